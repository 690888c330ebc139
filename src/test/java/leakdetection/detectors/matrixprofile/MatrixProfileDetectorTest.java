package leakdetection.detectors.matrixprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import leakdetection.SharedData;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorContract;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Explanation;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;
import leakdetection.spi.UnusableBaselineException;
import org.junit.jupiter.api.Test;

class MatrixProfileDetectorTest extends DetectorContract {

  private static final MatrixProfileDetectorProvider PROVIDER = new MatrixProfileDetectorProvider();

  @Override
  protected DetectorProvider provider() {
    return PROVIDER;
  }

  private static Detector detector(Series baseline, Map<String, Double> settings) {
    return PROVIDER.create(
        new DetectorContext(baseline, PROVIDER.descriptor().settings(settings), List.of()));
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(SharedData.path("science/golden/" + file)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  /** The golden rows have gaps that the original ignored. */
  @Test
  void scoresMatchTheOriginalAfterTheFirstWindow() throws IOException {
    double[] training =
        rows("normal_mode_training.csv").stream()
            .mapToDouble(r -> Double.parseDouble(r[1]))
            .toArray();
    Detector detector = detector(new Series(training, INTERVAL), Map.of("maxGap", 10080.0));
    List<String[]> golden = rows("normal_mode_levels.csv");
    for (int i = 0; i < golden.size(); i++) {
      String[] row = golden.get(i);
      double score = detector.assess(new Reading(time(row[0]), Double.parseDouble(row[1]))).score();
      if (i < 144) {
        assertThat(score).isNaN();
      } else {
        double expected = Double.parseDouble(row[3]);
        assertThat(score).as(row[0]).isCloseTo(expected, within(1e-9 * expected));
      }
    }
  }

  @Test
  void gapBeginsANewWindow() {
    List<Reading> readings = readings();
    Detector detector = detector(baseline(), Map.of());
    readings.subList(0, 1584).forEach(detector::assess);
    for (int i = 1584; i < readings.size(); i++) {
      double score = detector.assess(readings.get(i)).score();
      assertThat(Double.isNaN(score)).as("reading %d", i).isEqualTo(i < 1584 + 144);
    }
  }

  @Test
  void lastingLeakStaysUnusualWhenOnlyTheBaselineCounts() {
    double[] original = longLeak(Map.of());
    double[] strict = longLeak(Map.of("matchLive", 0.0));
    assertThat(Arrays.stream(original, 600, 1000).min().orElseThrow()).isLessThan(100);
    assertThat(Arrays.stream(strict, 600, 1000).min().orElseThrow()).isGreaterThan(200);
  }

  private double[] longLeak(Map<String, Double> settings) {
    Detector detector = detector(baseline(), settings);
    List<Reading> readings = new ArrayList<>(readings().subList(0, 1000));
    readings.replaceAll(
        r ->
            readings.indexOf(r) < 400
                ? r
                : new Reading(r.time(), 700 + 20 * Math.sin(readings.indexOf(r) / 9.0)));
    return readings.stream().mapToDouble(r -> detector.assess(r).score()).toArray();
  }

  @Test
  void explanationLaysTheNearestStretchOverTheWindow() {
    Series baseline = baseline();
    Detector detector = detector(baseline, Map.of("matchLive", 0.0));
    Instant start = readings().get(0).time();
    double last = Double.NaN;
    for (int i = 0; i < 200; i++) {
      Instant time = start.plus(INTERVAL.multipliedBy(i));
      last = detector.assess(new Reading(time, baseline.ppmv()[2000 + i] + 0.5)).score();
    }
    Explanation explanation = detector.explain().orElseThrow();
    assertThat(explanation.source()).isEqualTo("baseline 2056..2199");
    assertThat(explanation.expected())
        .containsExactlyElementsOf(Arrays.stream(baseline.ppmv(), 2056, 2200).boxed().toList());
    assertThat(explanation.parts()).containsEntry("matrix profile", last);
  }

  @Test
  void baselineThatIsTooShortOrTooFlatIsRefusedWithItsFigures() {
    assertThatThrownBy(() -> detector(new Series(new double[287], INTERVAL), Map.of()))
        .isInstanceOf(UnusableBaselineException.class)
        .hasMessageContaining("287 readings");
    assertThatThrownBy(() -> detector(new Series(new double[4320], INTERVAL), Map.of()))
        .isInstanceOf(UnusableBaselineException.class)
        .hasMessageContaining("too flat");
  }

  @Test
  void baselineIsProfiledOnceForAllSensors() {
    Series baseline = baseline();
    ProfiledBaseline first = ProfiledBaseline.of(baseline, 144);
    assertThat(ProfiledBaseline.of(new Series(baseline.ppmv(), INTERVAL), 144)).isSameAs(first);
    assertThat(ProfiledBaseline.of(baseline(), 144)).isNotSameAs(first);
  }
}
