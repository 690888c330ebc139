package leakdetection.application.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import leakdetection.application.security.CurrentCaller.Act;
import leakdetection.domain.security.AuditEntry;
import leakdetection.domain.security.AuditRepository;

/**
 * Keeps the audit log: each entry follows the one before it, and its hash covers all of them.
 *
 * <p>The one writer of the database calls it for every change that somebody asked for, inside the
 * same transaction; so nothing is changed without an entry, and no use case has to think of it.
 */
@ApplicationScoped
public class AuditTrail {

  private static final int PAGE = 1000;

  @Inject AuditRepository log;
  @Inject Clock clock;

  /**
   * A thing that changed.
   *
   * @param thing what it is
   * @param id which one
   * @param before JSON of what it was; empty if it is new
   * @param after JSON of what it is; empty if it is gone
   */
  public record Change(String thing, String id, String before, String after) {}

  /**
   * What a look at the whole log found.
   *
   * @param entries how many were read
   * @param firstBroken the first that is not what it was when it was written
   * @param lastHash the hash of the last entry: noted elsewhere, it shows whether entries are
   *     missing at the end
   */
  public record Verification(long entries, Optional<Long> firstBroken, String lastHash) {}

  /** Appends an entry for each thing that changed, or one if none is known. Inside a write only. */
  public void append(Act act, List<Change> changes) {
    List<Change> all = changes.isEmpty() ? List.of(new Change("", "", "", "")) : changes;
    Optional<AuditEntry> last = log.last();
    long id = last.map(AuditEntry::id).orElse(0L);
    String hash = last.map(AuditEntry::hash).orElse(AuditEntry.BEGINNING);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Change change : all) {
      AuditEntry entry = entry(++id, at, act, change).chainedTo(hash);
      log.append(entry);
      hash = entry.hash();
    }
  }

  private static AuditEntry entry(long id, Instant at, Act act, Change change) {
    return new AuditEntry(
        id,
        at,
        act.actor(),
        act.proof(),
        act.address(),
        act.action(),
        change.thing(),
        change.id(),
        change.before(),
        change.after(),
        "");
  }

  /** Reads the whole log and checks that no entry was changed, removed or put in between. */
  public Verification verify() {
    long entries = 0;
    String hash = AuditEntry.BEGINNING;
    List<AuditEntry> page = log.oldest(AuditRepository.Filter.ALL, 0, PAGE);
    while (!page.isEmpty()) {
      for (AuditEntry entry : page) {
        entries++;
        if (entry.id() != entries || !entry.follows(hash)) {
          return new Verification(entries, Optional.of(entries), hash);
        }
        hash = entry.hash();
      }
      page = log.oldest(AuditRepository.Filter.ALL, entries, PAGE);
    }
    return new Verification(entries, Optional.empty(), hash);
  }

  /** Returns the newest entry. */
  public Optional<AuditEntry> last() {
    return log.last();
  }

  /** Returns entries before an id, newest first. */
  public List<AuditEntry> newest(AuditRepository.Filter filter, long beforeId, int limit) {
    return log.newest(filter, beforeId, limit);
  }

  /** Returns entries after an id, oldest first. */
  public List<AuditEntry> oldest(AuditRepository.Filter filter, long afterId, int limit) {
    return log.oldest(filter, afterId, limit);
  }
}
