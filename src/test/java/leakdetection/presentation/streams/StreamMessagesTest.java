package leakdetection.presentation.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamMessagesTest {

  private static final Instant TIME = Instant.parse("2026-05-01T00:10:00Z");
  private static final TimeSeriesData READING = new TimeSeriesData(11, 7, TIME, 12.5, Quality.GOOD);

  @Test
  void readingHasTheContractsShape() {
    assertThat(StreamJson.reading(READING))
        .isEqualTo(
            new StreamItem(
                11,
                "{\"result\":{\"id\":11,\"ppmv\":12.5,\"timestamp\":\"2026-05-01T00:10:00Z\"}}"));
  }

  @Test
  void historyIsOneArrayAndKnowsItsNewestId() {
    TimeSeriesData late = new TimeSeriesData(9, 7, TIME.plusSeconds(600), 3, Quality.LATE);

    assertThat(StreamJson.readings(List.of(READING, late)))
        .isEqualTo(
            new FirstMessage(
                Optional.of(
                    "{\"result\":[{\"id\":11,\"ppmv\":12.5,\"timestamp\":\"2026-05-01T00:10:00Z\"},"
                        + "{\"id\":9,\"ppmv\":3.0,\"timestamp\":\"2026-05-01T00:20:00Z\"}]}"),
                11));
    assertThat(StreamJson.readings(List.of()).text()).contains("{\"result\":[]}");
  }

  @Test
  void detectionHasTheContractsShapeWithItsScore() {
    assertThat(StreamJson.detection(detection(212.5, Deviation.CRITICAL)).text())
        .isEqualTo(
            "{\"result\":{\"id\":5,\"value\":\"critical\",\"score\":212.5,\"timeSeriesData\":"
                + "{\"id\":11,\"ppmv\":12.5,\"timestamp\":\"2026-05-01T00:10:00Z\",\"sensorId\":7},"
                + "\"interactiveFeedbackMode\":false}}");
  }

  @Test
  void undefinedDetectionHasNoScore() {
    assertThat(StreamJson.detection(detection(Double.NaN, Deviation.UNDEFINED)).text())
        .contains("\"value\":\"undefined\",\"score\":null");
  }

  @Test
  void windowIsReadFromTheQuery() {
    assertThat(HistoryWindow.of(Map.of()))
        .isEqualTo(new HistoryWindow(HistoryWindow.DEFAULT_LIMIT, Instant.MIN));
    assertThat(
            HistoryWindow.of(
                Map.of("limit", List.of("100"), "from", List.of("2026-05-01T00:10:00Z"))))
        .isEqualTo(new HistoryWindow(100, TIME));
  }

  @Test
  void windowDropsWhatIsTooEarly() {
    HistoryWindow window = new HistoryWindow(10, TIME);

    assertThat(window.of(List.of(TIME.minusNanos(1), TIME, TIME.plusNanos(1)), time -> time))
        .containsExactly(TIME, TIME.plusNanos(1));
  }

  @ParameterizedTest
  @CsvSource({
    "limit, -1, The limit (-1) must be from 0 to 50000.",
    "limit, 50001, The limit (50001) must be from 0 to 50000.",
    "limit, many, The limit (many) must be from 0 to 50000.",
    "from, yesterday, The time from (yesterday) must be like 2026-05-01T00:00:00Z."
  })
  void badQueryIsRefusedWithWhatIsAllowed(String name, String value, String message) {
    assertThatThrownBy(() -> HistoryWindow.of(Map.of(name, List.of(value))))
        .isInstanceOf(StreamRefusedException.class)
        .hasMessage(message);
  }

  @Test
  void reasonFitsIntoACloseFrame() {
    assertThat(new Closing(4400, "é".repeat(100)).reason()).isEqualTo("é".repeat(61));
  }

  private static AnomalyDetection detection(double score, Deviation deviation) {
    return new AnomalyDetection(
        5, READING, new Judgement("matrix-profile", score, deviation, false));
  }
}
