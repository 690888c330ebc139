package leakdetection.domain.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit log. Nothing in it is ever changed or removed; the database refuses it, too. */
public interface AuditRepository {

  /**
   * Which entries are looked for.
   *
   * @param from the first time, inclusive
   * @param to the last time, exclusive
   * @param actor the whole name; empty for everybody
   * @param text a part of the action, the thing or its id; empty for all
   */
  record Filter(Instant from, Instant to, Optional<String> actor, Optional<String> text) {

    /** Everything. */
    public static final Filter ALL =
        new Filter(Instant.MIN, Instant.MAX, Optional.empty(), Optional.empty());
  }

  /** Adds an entry, whose id must be the next one. */
  void append(AuditEntry entry);

  /** Returns the newest entry. */
  Optional<AuditEntry> last();

  /** Returns entries before an id, newest first. */
  List<AuditEntry> newest(Filter filter, long beforeId, int limit);

  /** Returns entries after an id, oldest first. */
  List<AuditEntry> oldest(Filter filter, long afterId, int limit);
}
