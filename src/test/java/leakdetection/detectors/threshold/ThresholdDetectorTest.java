package leakdetection.detectors.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorContract;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Reading;
import org.junit.jupiter.api.Test;

class ThresholdDetectorTest extends DetectorContract {

  @Override
  protected DetectorProvider provider() {
    return new ThresholdDetectorProvider();
  }

  @Test
  void scoreIsPercentOfTheLimit() {
    Detector detector =
        provider()
            .create(
                new DetectorContext(
                    baseline(),
                    provider().descriptor().settings(Map.of("limit", 200.0)),
                    List.of()));
    Instant time = Instant.parse("2024-03-01T00:00:00Z");
    assertThat(detector.assess(new Reading(time, 50)).score()).isEqualTo(25);
    assertThat(detector.assess(new Reading(time.plus(INTERVAL), 300)).score()).isEqualTo(150);
  }
}
