package leakdetection.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import leakdetection.GoldenData;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Wave;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;
import org.junit.jupiter.api.Test;

class DeepBlowModelTest {

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final SeaWater WATER = new SeaWater(70, 6);

  @Test
  void dragAndConcentrationMatchTheOriginalProgram() throws IOException {
    for (double[] row : GoldenData.rows("regression_wave_drag.csv")) {
      Currents currents =
          Currents.ofComponents(new double[] {row[0]}, new double[] {row[1]}, null, STEP);
      Wave wave = new Wave(row[2], row[3], row[4]);
      Leak leak = Leak.lasting("L", row[9], new Position(row[6], row[7], row[8]));
      Position sensor = new Position(row[10], row[11], row[12]);
      CurrentFrame frame = new CurrentFrame(leak.position(), sensor, row[5]);
      assertThat(frame.along(currents, 0)).isCloseTo(row[13], within(1e-9));
      assertThat(frame.across(currents, 0)).isCloseTo(row[14], within(1e-9));
      double drag = WaveDrag.coefficient(wave, currents.speed(0), currents.direction(0), 70);
      assertThat(drag).isCloseTo(row[15], within(1e-9 * row[15]));
      double[] ppmv =
          new DeepBlowModel()
              .concentrations(
                  leak,
                  sensor,
                  currents,
                  Optional.of(new Waves(List.of(wave), null, STEP)),
                  Site.open(Math.toDegrees(row[5]), WATER));
      double expected = row[16] * 1e6 * WATER.henryConstant();
      assertThat(ppmv[0]).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  @Test
  void calmSeaHasTheDragOfTheBareSeabed() {
    assertThat(WaveDrag.coefficient(new Wave(0, 8, 1), 0.1, 0, 70)).isEqualTo(WaveDrag.CALM);
  }
}
