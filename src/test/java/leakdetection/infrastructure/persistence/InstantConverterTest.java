package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantConverterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-04-05T04:22:00.123456Z",
        "1969-12-31T23:59:59.999999Z",
        "7021-04-05T04:22:00Z",
        "0021-04-05T04:22:00Z"
      })
  void everyYearOfFourDigitsComesBack(String time) {
    Instant instant = Instant.parse(time);

    assertThat(InstantConverter.instant(InstantConverter.microseconds(instant))).isEqualTo(instant);
  }
}
