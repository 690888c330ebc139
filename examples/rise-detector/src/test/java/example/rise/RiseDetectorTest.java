package example.rise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorContract;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;
import org.junit.jupiter.api.Test;

/** All that every detector has to keep, from the test kit, and the formula of this one. */
class RiseDetectorTest extends DetectorContract {

  private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");

  @Override
  protected DetectorProvider provider() {
    return new RiseDetectorProvider();
  }

  @Test
  void scoresTheRiseAboveTheLowestReadingOfTheLastHour() {
    double[] sawtooth = new double[288];
    for (int i = 0; i < sawtooth.length; i++) {
      sawtooth[i] = 10 + 5 * (i % 2);
    }
    DetectorContext context =
        new DetectorContext(
            new Series(sawtooth, INTERVAL),
            provider().descriptor().settings(Map.of("margin", 2.0)),
            List.of());
    Detector detector = provider().create(context);
    assertTrue(Double.isNaN(detector.assess(new Reading(NOON, 20)).score()));
    assertEquals(50, detector.assess(new Reading(NOON.plus(INTERVAL), 25)).score());
    assertEquals(200, detector.assess(new Reading(NOON.plusSeconds(3600), 40)).score());
    assertEquals(150, detector.assess(new Reading(NOON.plusSeconds(3601), 40)).score());
  }
}
