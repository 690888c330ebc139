package leakdetection.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import org.junit.jupiter.api.Test;

class EnclosedModelTest {

  private static final Position INSIDE = new Position(1, 1, 2);
  private static final Leak LEAK = Leak.lasting("L", 1e-4, new Position(0, 0, 1));

  private static Site site(double porosity) {
    Wall wall = new Wall(40, porosity, 0);
    return new Site(
        0, SeaWater.STANDARD, Optional.of(new Enclosure(5, 500, wall, wall, wall, wall)));
  }

  private static Currents steady(double east, double north) {
    double[] u = new double[1000];
    double[] v = new double[1000];
    Arrays.fill(u, east);
    Arrays.fill(v, north);
    return Currents.ofComponents(u, v, null, Duration.ofMinutes(10));
  }

  private static double last(Site site, Leak leak, Currents currents) {
    double[] ppmv =
        new EnclosedModel().concentrations(leak, INSIDE, currents, Optional.empty(), site);
    return ppmv[ppmv.length - 1];
  }

  @Test
  void steadyStateBalancesRateAndFlushing() {
    Site site = site(0.2);
    Currents currents = steady(0, 0.1);
    double flushing = EnclosedModel.flushing(site, site.enclosure().orElseThrow(), currents, 0);
    assertThat(flushing)
        .isCloseTo(0.6 * 0.1 * 8 / Math.sqrt(2) + 0.01 * 32 + 500 / 86_400.0, within(1e-12));
    double expected = 1e-4 / flushing * 1e6 * SeaWater.STANDARD.henryConstant();
    assertThat(last(site, LEAK, currents)).isCloseTo(expected, within(1e-6 * expected));
  }

  @Test
  void tighterWallsHoldMoreGasUpToSaturation() {
    Currents currents = steady(0.05, 0.05);
    double open = last(site(0.5), LEAK, currents);
    double tight = last(site(0.05), LEAK, currents);
    double closed = last(site(0), LEAK.withRate(0.1), currents);
    assertThat(tight).isGreaterThan(3 * open);
    assertThat(closed)
        .isCloseTo(
            SeaWater.STANDARD.solubility(5) * 1e6 * SeaWater.STANDARD.henryConstant(),
            within(1e-3));
  }

  @Test
  void sensorsAboveTheRoofSeeNothing() {
    double[] ppmv =
        new EnclosedModel()
            .concentrations(
                LEAK, new Position(0, 0, 6), steady(0.1, 0), Optional.empty(), site(0.1));
    assertThat(ppmv).containsOnly(0);
  }

  @Test
  void roofAndOpenWaterNeedTheirOwnModels() {
    assertThatThrownBy(() -> new EnclosedModel().at(Site.open(0, SeaWater.STANDARD)))
        .hasMessageContaining("this one is open");
    assertThatThrownBy(() -> new RateAwarePlumeModel().at(site(0.1)))
        .hasMessageContaining("a roof at 5.0 m");
  }
}
