package leakdetection.detectors.randomcutforest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorContract;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;
import org.junit.jupiter.api.Test;

class RandomCutForestDetectorTest extends DetectorContract {

  /** One for all tests, so that the forest is trained once. */
  private static Series baseline;

  @Override
  protected Series baseline() {
    if (baseline == null) {
      baseline = super.baseline();
    }
    return baseline;
  }

  @Override
  protected DetectorProvider provider() {
    return new RandomCutForestDetectorProvider();
  }

  private Detector detector(double seed) {
    return provider()
        .create(
            new DetectorContext(
                baseline(), provider().descriptor().settings(Map.of("seed", seed)), List.of()));
  }

  @Test
  void anotherSeedGivesAnotherForest() {
    Detector one = detector(1);
    Detector two = detector(2);
    double one100 = Double.NaN;
    double two100 = Double.NaN;
    for (Reading reading : readings().subList(0, 100)) {
      one100 = one.assess(reading).score();
      two100 = two.assess(reading).score();
    }
    assertThat(one100).isPositive().isNotEqualTo(two100);
  }

  @Test
  void gapLeavesThePointToBeFilledAgain() {
    Detector detector = detector(42);
    List<Reading> readings = readings();
    for (int i = 1500; i < 1700; i++) {
      double score = detector.assess(readings.get(i)).score();
      boolean filling = i < 1507 || i >= 1584 && i < 1591;
      assertThat(Double.isNaN(score)).as("reading %d", i).isEqualTo(filling);
    }
  }
}
