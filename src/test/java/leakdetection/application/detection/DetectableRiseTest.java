package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakdetection.domain.detection.Thresholds;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rise a detector needs. */
class DetectableRiseTest {

  private static final PluginThreads PLUGINS = new PluginThreads(Thread::new);

  private static final Duration HELD = Duration.ofHours(3);

  private static Assignment assignment(String id, double critical, double[] baseline) {
    DetectorProvider provider =
        ServiceLoader.load(DetectorProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.descriptor().id().equals(id))
            .findFirst()
            .orElseThrow();
    return new Assignment(
        "19XT2116",
        new InstalledDetector(provider.descriptor(), provider, InstalledDetector.BUILT_IN, ""),
        new DetectorContext(
            new Series(baseline, Duration.ofMinutes(10)),
            provider.descriptor().settings(Map.of()),
            List.of()),
        new Thresholds(critical / 2, critical),
        false,
        "print");
  }

  private static double[] daily(int days) {
    SplittableRandom random = new SplittableRandom(11);
    return IntStream.range(0, 144 * days)
        .mapToDouble(i -> 30 + 8 * Math.sin(2 * Math.PI * i / 144) + random.nextDouble(-2, 2))
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"matrix-profile", "amsr", "threshold"})
  void aLongerRiseOrALowerThresholdHardlyNeedsMore(String detector) {
    double[] baseline = daily(20);
    double rise =
        DetectableRise.of(assignment(detector, 200, baseline), HELD, PLUGINS).orElseThrow();

    assertThat(rise).isBetween(1.0, 1_000.0);
    assertThat(
            DetectableRise.of(assignment(detector, 200, baseline), HELD.multipliedBy(4), PLUGINS)
                .orElseThrow())
        .isLessThanOrEqualTo(1.25 * rise);
    assertThat(DetectableRise.of(assignment(detector, 400, baseline), HELD, PLUGINS).orElseThrow())
        .isGreaterThanOrEqualTo(rise / 1.06);
  }

  @Test
  void aDetectorThatNeverTurnsCriticalNeedsNoRiseThatThereIs() {
    assertThat(DetectableRise.of(assignment("matrix-profile", 1e6, daily(20)), HELD, PLUGINS))
        .isEmpty();
  }
}
