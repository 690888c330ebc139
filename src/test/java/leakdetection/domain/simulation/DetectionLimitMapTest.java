package leakdetection.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import org.junit.jupiter.api.Test;

class DetectionLimitMapTest {

  private static final List<Position> SENSORS =
      List.of(new Position(4, 0, 3), new Position(-4, 0, 3));
  private static final MapGrid GRID = new MapGrid(-3, 3, 7, -3, 3, 7, 1.5);

  /** A current that turns once around the compass. */
  private static Currents turning(double speed) {
    int n = 145;
    double[] east = new double[n];
    double[] north = new double[n];
    for (int i = 0; i < n; i++) {
      east[i] = speed * Math.sin(2 * Math.PI * i / n);
      north[i] = speed * Math.cos(2 * Math.PI * i / n);
    }
    return Currents.ofComponents(east, north, null, Duration.ofMinutes(10));
  }

  private static List<DetectionLimit> map(PlumeModel model, double threshold) {
    return new DetectionLimitMap(
            Site.open(0, SeaWater.STANDARD),
            SENSORS,
            turning(0.1),
            Optional.empty(),
            SensorResponse.STANDARD,
            threshold)
        .compute(GRID, model, Runnable::run);
  }

  @Test
  void limitIsTheSmallestRateThatReachesTheThreshold() {
    PlumeModel model = new RateAwarePlumeModel();
    for (DetectionLimit limit : map(model, 50)) {
      if (limit.seen()) {
        assertThat(highestReading(model, limit, limit.rate())).isGreaterThanOrEqualTo(50);
        if (limit.rate() > DetectionLimitMap.SMALLEST_RATE) {
          assertThat(highestReading(model, limit, limit.rate() / 1.4)).isLessThan(50);
        }
        assertThat(limit.delay().orElseThrow()).isPositive();
      }
    }
    assertThat(map(model, 50)).anyMatch(DetectionLimit::seen);
  }

  private static double highestReading(PlumeModel model, DetectionLimit limit, double rate) {
    Leak leak = Leak.lasting("L", rate, new Position(limit.x(), limit.y(), GRID.height()));
    double highest = 0;
    for (Position sensor : SENSORS) {
      Currents currents = turning(0.1).perturbed(0, 1, 0.001);
      double[] readings =
          SensorResponse.STANDARD.apply(
              model.concentrations(
                  leak, sensor, currents, Optional.empty(), Site.open(0, SeaWater.STANDARD)),
              currents.interval());
      for (double reading : readings) {
        highest = Math.max(highest, reading);
      }
    }
    return highest;
  }

  @Test
  void scaledModelReachesItsThresholdExactly() {
    List<DetectionLimit> low = map(new CompatiblePlumeModel(), 50);
    List<DetectionLimit> high = map(new CompatiblePlumeModel(), 100);
    for (int i = 0; i < low.size(); i++) {
      if (high.get(i).seen()) {
        assertThat(high.get(i).rate())
            .isCloseTo(2 * low.get(i).rate(), within(1e-9 * low.get(i).rate()));
      }
    }
    assertThat(high).anyMatch(DetectionLimit::seen);
  }

  @Test
  void stillWaterShowsNothingAndSaysSo() {
    List<DetectionLimit> limits =
        new DetectionLimitMap(
                Site.open(0, SeaWater.STANDARD),
                SENSORS,
                turning(0),
                Optional.empty(),
                SensorResponse.STANDARD,
                50)
            .compute(new MapGrid(0, 0, 1, 0, 0, 1, 1), new RateAwarePlumeModel(), Runnable::run);
    assertThat(limits).hasSize(1);
    assertThat(limits.get(0).seen()).isFalse();
    assertThat(limits.get(0).delay()).isEmpty();
  }

  @Test
  void sensorsCountByTheirOwnThresholds() {
    for (PlumeModel model : List.of(new RateAwarePlumeModel(), new CompatiblePlumeModel())) {
      List<Double> onlyFirst =
          new ArrayList<>(Collections.nCopies(SENSORS.size(), Double.POSITIVE_INFINITY));
      onlyFirst.set(0, 50.0);
      List<DetectionLimit> limits =
          new DetectionLimitMap(
                  Site.open(0, SeaWater.STANDARD),
                  SENSORS,
                  turning(0.1),
                  Optional.empty(),
                  SensorResponse.STANDARD,
                  onlyFirst)
              .compute(GRID, model, Runnable::run);

      assertThat(limits).anyMatch(DetectionLimit::seen);
      assertThat(limits).filteredOn(DetectionLimit::seen).allMatch(limit -> limit.sensor() == 0);
    }
  }

  @Test
  void thresholdAboveSaturationIsRefused() {
    assertThatThrownBy(() -> map(new RateAwarePlumeModel(), 20_000))
        .hasMessageContaining("20000.0 ppmv");
  }
}
