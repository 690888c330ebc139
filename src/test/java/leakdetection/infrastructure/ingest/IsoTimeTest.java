package leakdetection.infrastructure.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2021-04-28 06:10:00, 2021-04-28T06:10:00Z",
    "2021-04-28T06:10:00, 2021-04-28T06:10:00Z",
    "2021-04-28T06:10:00Z, 2021-04-28T06:10:00Z",
    "2021-04-28 06:10, 2021-04-28T06:10:00Z",
    "2021-04-28T06:10Z, 2021-04-28T06:10:00Z",
    "2021-04-28 06:10:00.5, 2021-04-28T06:10:00.5Z",
    "2021-04-28 06:10:00.123456789, 2021-04-28T06:10:00.123456789Z",
    "2021-04-28T06:10:00+02:00, 2021-04-28T04:10:00Z",
    "2021-04-28 06:10:00-0330, 2021-04-28T09:40:00Z",
    "2021-04-28 06:10:00+02, 2021-04-28T04:10:00Z",
    "2020-02-29 23:59:59, 2020-02-29T23:59:59Z",
    "1969-12-31 23:59:59, 1969-12-31T23:59:59Z",
  })
  void readsATimeWithoutZoneAsUtcAndIsoTimesAsTheySay(String text, Instant expected) {
    assertThat(IsoTime.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2021-04-28",
        "28.04.2021 06:10:00",
        "2021-4-28 06:10:00",
        "2021-02-29 06:10:00",
        "2021-13-01 06:10:00",
        "2021-00-01 06:10:00",
        "2021-01-00 06:10:00",
        "2021-04-31 06:10:00",
        "2021-04-28 24:00:00",
        "2021-04-28 06:60:00",
        "2021-04-28 06:10:61",
        "2021-04-28 06:10:",
        "2021-04-28 06:10:00.",
        "2021-04-28 06:10:00 ",
        "2021-04-28 06:10:00ZZ",
        "2021-04-28 06:10:00+",
        "2021-04-28 06:10:00+2",
        "2021-04-28 06:10:00+19:00",
        "2021-04-28 06:10:00+02:",
        "2021-04-28 06-10-00",
        "-021-04-28 06:10:00",
        "1619590200",
        "٢٠٢١-04-28 06:10:00"
      })
  void refusesEverythingElse(String text) {
    assertThat(IsoTime.parse(text)).isEmpty();
  }

  @Test
  void agreesWithTheJdkOnEveryDayOfACentury() {
    for (Instant day = Instant.parse("1970-01-01T12:34:56Z");
        day.isBefore(Instant.parse("2070-01-01T00:00:00Z"));
        day = day.plusSeconds(86_400)) {
      assertThat(IsoTime.parse(day.toString())).contains(day);
    }
  }
}
