package leakdetection.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.application.security.AuditTrail.Change;
import leakdetection.application.security.CurrentCaller.Act;
import leakdetection.domain.security.AuditEntry;
import leakdetection.domain.security.AuditRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

  private static final Act ACT = new Act("ann", "session", "10.0.0.7", "PATCH /api/sensors/4");

  private final List<AuditEntry> stored = new ArrayList<>();
  private final AuditTrail trail = new AuditTrail();

  @BeforeEach
  void keepInMemory() {
    trail.clock = new HandClock();
    trail.log = new InMemory();
    trail.append(ACT, List.of(new Change("sensors", "4", "{\"z\":4.0}", "{\"z\":4.5}")));
    trail.append(ACT, List.of(new Change("a", "1", "", "{}"), new Change("b", "2", "{}", "")));
    trail.append(ACT, List.of());
  }

  @Test
  void untouchedLogIsIntact() {
    assertThat(stored).extracting(AuditEntry::id).containsExactly(1L, 2L, 3L, 4L);
    assertThat(trail.verify())
        .isEqualTo(new AuditTrail.Verification(4, Optional.empty(), stored.get(3).hash()));
  }

  @Test
  void changedEntryIsFound() {
    AuditEntry old = stored.get(1);
    stored.set(
        1,
        new AuditEntry(
            old.id(),
            old.at(),
            "eve",
            old.proof(),
            old.address(),
            old.action(),
            old.thing(),
            old.thingId(),
            old.before(),
            old.after(),
            old.hash()));

    assertThat(trail.verify().firstBroken()).contains(2L);
  }

  @Test
  void removedEntryIsFound() {
    stored.remove(2);

    assertThat(trail.verify().firstBroken()).contains(3L);
  }

  @Test
  void entryThatWasComputedAnewBreaksTheNextOne() {
    stored.set(1, stored.get(1).chainedTo("0"));

    assertThat(trail.verify().firstBroken()).contains(2L);
  }

  private final class InMemory implements AuditRepository {

    @Override
    public void append(AuditEntry entry) {
      stored.add(entry);
    }

    @Override
    public Optional<AuditEntry> last() {
      return stored.isEmpty() ? Optional.empty() : Optional.of(stored.get(stored.size() - 1));
    }

    @Override
    public List<AuditEntry> newest(Filter filter, long beforeId, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AuditEntry> oldest(Filter filter, long afterId, int limit) {
      return stored.stream().filter(entry -> entry.id() > afterId).limit(limit).toList();
    }
  }
}
