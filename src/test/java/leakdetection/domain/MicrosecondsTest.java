package leakdetection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrosecondsTest {

  @ParameterizedTest
  @CsvSource({
    "2021-04-05T00:00:00Z, 2021-04-05T00:00:01.000002Z, 1000002",
    "2021-04-05T00:00:01.000002Z, 2021-04-05T00:00:00Z, -1000002",
    "2021-04-05T00:00:00.9Z, 2021-04-05T00:00:01.1Z, 200000",
    "2021-04-05T00:00:00.0000005Z, 2021-04-05T00:00:00Z, -1",
    "1021-04-05T00:00:00Z, 9021-04-05T00:00:00Z, 252455616000000000"
  })
  void countsBetweenInstantsOfAnyYear(Instant from, Instant to, long microseconds) {
    assertThat(Microseconds.between(from, to)).isEqualTo(microseconds);
  }
}
