package leakdetection.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import leakdetection.GoldenData;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import org.junit.jupiter.api.Test;

class CompatiblePlumeModelTest {

  private static final Duration STEP = Duration.ofMinutes(10);
  private final PlumeModel model = new CompatiblePlumeModel();

  @Test
  void sensorConcentrationsMatchTheOriginalProgram() throws IOException {
    for (double[] row : GoldenData.rows("plume2d_sensor_concentration.csv")) {
      double degrees = Math.toDegrees(row[2]);
      Leak leak = Leak.lasting("L", 1e-3, new Position(row[3], row[4], row[5]));
      Position sensor = new Position(row[6], row[7], row[8]);
      Currents currents =
          Currents.ofComponents(new double[] {row[0]}, new double[] {row[1]}, null, STEP);
      double[] ppmv =
          model.concentrations(
              leak, sensor, currents, Optional.empty(), Site.open(degrees, SeaWater.STANDARD));
      assertThat(ppmv[0]).isCloseTo(row[9], within(1e-9 * row[9]));
    }
  }

  @Test
  void missingCurrentGivesNaNThereOnly() {
    Currents currents =
        Currents.ofComponents(new double[] {0.1, Double.NaN}, new double[] {0, 0}, null, STEP);
    double[] ppmv =
        model.concentrations(
            Leak.lasting("L", 1e-3, new Position(0, 0, 1.4)),
            new Position(5, 0, 2),
            currents,
            Optional.empty(),
            Site.open(0, SeaWater.STANDARD));
    assertThat(ppmv[0]).isPositive();
    assertThat(ppmv[1]).isNaN();
  }

  @Test
  void sensorAtTheLeakAndStillWaterGiveNumbers() {
    Currents still = Currents.ofComponents(new double[1], new double[1], null, STEP);
    Position leak = new Position(1, 1, 1.4);
    double[] ppmv =
        model.concentrations(
            Leak.lasting("L", 1e-3, leak),
            leak,
            still,
            Optional.empty(),
            Site.open(0, SeaWater.STANDARD));
    assertThat(ppmv[0]).isNotNegative().isFinite();
  }

  @Test
  void leakBelowTheSeabedIsRefused() {
    Currents still = Currents.ofComponents(new double[1], new double[1], null, STEP);
    assertThatThrownBy(
            () ->
                model.concentrations(
                    Leak.lasting("L", 1e-3, new Position(0, 0, -1)),
                    new Position(0, 0, 2),
                    still,
                    Optional.empty(),
                    Site.open(0, SeaWater.STANDARD)))
        .hasMessageContaining("not at -1.0 m");
  }
}
