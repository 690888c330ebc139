package leakdetection.domain.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

  private static final AuditEntry FIRST =
      entry(1, "ann", "PATCH /api/sensors/4").chainedTo(AuditEntry.BEGINNING);
  private static final AuditEntry SECOND = entry(2, "bob", "sign-in").chainedTo(FIRST.hash());

  @Test
  void entryFollowsTheOneBeforeIt() {
    assertThat(FIRST.follows(AuditEntry.BEGINNING)).isTrue();
    assertThat(SECOND.follows(FIRST.hash())).isTrue();
    assertThat(SECOND.follows(AuditEntry.BEGINNING)).isFalse();
  }

  @Test
  void anyChangeShows() {
    AuditEntry forged =
        new AuditEntry(
            2, FIRST.at(), "eve", "session", "10.0.0.7", "sign-in", "", "", "", "", SECOND.hash());

    assertThat(forged.follows(FIRST.hash())).isFalse();
  }

  @Test
  void textThatMovesFromOneMemberToTheNextShows() {
    AuditEntry whole = entry(1, "ab", "c").chainedTo(AuditEntry.BEGINNING);
    AuditEntry moved = entry(1, "a", "bc").chainedTo(AuditEntry.BEGINNING);

    assertThat(moved.hash()).isNotEqualTo(whole.hash());
  }

  private static AuditEntry entry(long id, String actor, String action) {
    return new AuditEntry(
        id,
        Instant.parse("2026-04-05T08:00:00Z"),
        actor,
        "session",
        "10.0.0.7",
        action,
        "",
        "",
        "",
        "",
        "");
  }
}
