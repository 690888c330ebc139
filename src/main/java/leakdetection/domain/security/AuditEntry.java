package leakdetection.domain.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A line of the audit log: one thing that somebody changed, or a sign-in.
 *
 * @param id counts from 1 without gaps
 * @param at when, to the microsecond
 * @param actor the user's name; what was given as one, for a sign-in that was refused
 * @param proof how it was proven who it was; empty for nothing
 * @param address the network address it came from
 * @param action what was asked for, such as {@code PATCH /api/sensors/4} or {@code sign-in}
 * @param thing what changed, such as {@code sensors}; empty for nothing
 * @param thingId its id; empty for nothing
 * @param before JSON of its members before; those that stayed are left out; empty if it is new
 * @param after the same of the members after; empty if it is gone
 * @param hash ties it to all entries before it
 */
public record AuditEntry(
    long id,
    Instant at,
    String actor,
    String proof,
    String address,
    String action,
    String thing,
    String thingId,
    String before,
    String after,
    String hash) {

  /** What the first entry has in place of a hash before it. */
  public static final String BEGINNING = "0".repeat(64);

  /** Returns the entry with the hash that ties it to the one before it. */
  public AuditEntry chainedTo(String hashBefore) {
    return new AuditEntry(
        id,
        at,
        actor,
        proof,
        address,
        action,
        thing,
        thingId,
        before,
        after,
        expectedHash(hashBefore));
  }

  /** Tells whether the entry is what it was when it followed the one with this hash. */
  public boolean follows(String hashBefore) {
    return expectedHash(hashBefore).equals(hash);
  }

  /** Each part is preceded by its length, so that no text can pass for another division of it. */
  private String expectedHash(String hashBefore) {
    StringBuilder all = new StringBuilder();
    List.of(
            hashBefore,
            Long.toString(id),
            at.toString(),
            actor,
            proof,
            address,
            action,
            thing,
            thingId,
            before,
            after)
        .forEach(part -> all.append(part.length()).append(':').append(part));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
