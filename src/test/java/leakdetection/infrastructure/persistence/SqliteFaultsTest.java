package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import leakdetection.application.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteFaultsTest {

  private final SqliteFaults faults = new SqliteFaults();

  @BeforeEach
  void assemble() {
    faults.soundness = new SoundnessAtStart();
    faults.soundness.settings = TestSettings.withWindow(6);
  }

  @ParameterizedTest
  @CsvSource({
    "5, locked",
    "517, locked",
    "8, read-only",
    "10, disk fails",
    "11, damaged",
    "13, full",
    "14, cannot be opened",
    "26, damaged",
    "1, could not do it"
  })
  void resultCodeIsSaidInWords(int code, String words) {
    SQLException failure = new SQLException("[SQLITE] whatever", null, code);

    assertThat(faults.explain(new PersistenceException(new DatabaseException(failure))))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains(words));
  }

  @Test
  void failureOfTheEntitiesIsTheDatabases() {
    assertThat(faults.explain(new IllegalStateException(new PersistenceException("flush"))))
        .contains("The database could not do it. Try again later.");
  }

  @Test
  void otherFailuresAreNot() {
    assertThat(faults.explain(new IllegalStateException(new NullPointerException()))).isEmpty();
  }
}
