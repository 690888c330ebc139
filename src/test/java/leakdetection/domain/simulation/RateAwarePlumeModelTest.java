package leakdetection.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RateAwarePlumeModelTest {

  /** Concentration on the centre line 2 m above the leak at 0.1 m/s, ug/L. */
  private static double twoMetresUp(SeaWater water, double litresPerMinute) {
    PlumeSettings settings = PlumeSettings.COMPATIBLE;
    PlumeSource source = PlumeSource.of(water, 1.4, litresPerMinute / 60_000, settings);
    CentreLine line = new CentreLineIntegration(water, source, 0.1, settings).run();
    int above = 1;
    while (line.rise(above) < 2) {
      above++;
    }
    double share = (2 - line.rise(above - 1)) / (line.rise(above) - line.rise(above - 1));
    return line.concentration(above - 1)
        + share * (line.concentration(above) - line.concentration(above - 1));
  }

  @Test
  void concentrationGrowsFasterThanTheRate() {
    assertThat(twoMetresUp(SeaWater.STANDARD, 7.1)).isCloseTo(1639, within(20.0));
    assertThat(twoMetresUp(SeaWater.STANDARD, 14.2)).isCloseTo(6807, within(50.0));
    assertThat(twoMetresUp(SeaWater.STANDARD, 28.4)).isCloseTo(17822, within(100.0));
  }

  @Test
  void deeperWaterDissolvesMore() {
    assertThat(twoMetresUp(new SeaWater(70, 6), 7.1)).isCloseTo(884, within(10.0));
    assertThat(twoMetresUp(new SeaWater(150, 6), 7.1)).isCloseTo(4591, within(40.0));
    assertThat(twoMetresUp(new SeaWater(300, 6), 7.1)).isCloseTo(12987, within(40.0));
  }

  @Test
  void henryConstantFollowsTheTemperature() {
    assertThat(new SeaWater(90, 0).henryConstant()).isCloseTo(29.3, within(0.06));
    assertThat(new SeaWater(90, 6).henryConstant()).isCloseTo(35.2, within(0.06));
    assertThat(new SeaWater(90, 10).henryConstant()).isCloseTo(39.1, within(0.06));
  }

  @Test
  void bubblesOfAFaintLeakStaySmallEnoughToHoldTogether() {
    PlumeSource faint =
        PlumeSource.of(SeaWater.STANDARD, 1.4, 0.1 / 60_000, PlumeSettings.RATE_AWARE);
    assertThat(faint.bubbleDiameter()).isEqualTo(0.008);
  }

  @Test
  void noPieceOfTheLineIsEverNaN() {
    for (double rate : new double[] {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1}) {
      for (double speed : new double[] {0, 0.001, 0.01, 0.1, 0.5, 2}) {
        for (double depth : new double[] {5, 90, 1500}) {
          SeaWater water = new SeaWater(depth, 4);
          PlumeSource source =
              PlumeSource.of(water, 1, rate / water.gasDensity(1), PlumeSettings.RATE_AWARE);
          CentreLine line =
              new CentreLineIntegration(water, source, speed, PlumeSettings.RATE_AWARE).run();
          for (int i = 0; i < line.length(); i++) {
            assertThat(line.concentration(i)).isFinite().isNotNegative();
            assertThat(line.sigma(i)).isFinite().isPositive();
          }
          assertThat(line.concentrationAt(0.5, 0.1, 0.5)).isFinite().isNotNegative();
        }
      }
    }
  }

  @Test
  void allModelsAreFound() {
    assertThat(ServiceLoader.load(PlumeModel.class))
        .extracting(PlumeModel::id)
        .containsExactlyInAnyOrder("plume2d", "plume2d-compatible", "deep-blow", "enclosed");
  }
}
