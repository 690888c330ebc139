package leakdetection.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlumeEnvelopeTest {

  /** The same plume followed with short steps only and searched point by point. */
  private static double exact(CentreLine line, double x, double y, double z) {
    int nearest = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < line.length(); i++) {
      double squared = Math.pow(x - line.along(i), 2) + Math.pow(z - line.rise(i), 2);
      if (squared < best) {
        best = squared;
        nearest = i;
      }
    }
    double sigma = line.sigma(nearest);
    return line.concentration(nearest) * Math.exp(-(best + y * y) / (2 * sigma * sigma));
  }

  @Test
  void longStepsAndShortcutsChangeLittle() {
    Random random = new Random(3);
    for (double speed : new double[] {0.02, 0.05, 0.1, 0.2}) {
      PlumeSource source = PlumeSource.of(SeaWater.STANDARD, 1.4, 1e-4, PlumeSettings.RATE_AWARE);
      CentreLine fast =
          new CentreLineIntegration(SeaWater.STANDARD, source, speed, PlumeSettings.RATE_AWARE)
              .run();
      PlumeSettings fine =
          new PlumeSettings(0.003, 55, 0.4, 0.008, Double.NaN, 0.25, 400, 30, false);
      CentreLine slow = new CentreLineIntegration(SeaWater.STANDARD, source, speed, fine).run();
      double scale = slow.concentration(slow.length() / 4);
      for (int i = 0; i < 2000; i++) {
        double x = -5 + 13 * random.nextDouble();
        double y = 3 * random.nextGaussian();
        double z = 6 * random.nextDouble();
        boolean upstream = x < 0.3 || z < 0.3;
        double expected = exact(slow, x, y, z);
        if (!upstream) {
          assertThat(fast.concentrationAt(x, y, z))
              .as("%s m/s at (%s, %s, %s)", speed, x, y, z)
              .isCloseTo(expected, within(0.1 * expected + 0.01 * scale));
        }
      }
    }
  }
}
