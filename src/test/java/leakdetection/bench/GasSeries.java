package leakdetection.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import leakdetection.spi.Reading;

/** Made-up readings with three decimals that look like a sensor's: gas pulses and noise. */
final class GasSeries {

  static final Duration INTERVAL = Duration.ofMinutes(10);
  static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  private GasSeries() {}

  static double[] ppmv(int length, long seed) {
    Random random = new Random(seed);
    double[] ppmv = new double[length];
    double gas = 0;
    double rise = 0;
    for (int i = 0; i < length; i++) {
      if (random.nextDouble() < 0.01) {
        rise = 20 * random.nextDouble();
      }
      gas = 0.985 * gas + rise;
      rise *= 0.7;
      ppmv[i] = Math.rint((20 + gas + 0.5 * random.nextGaussian()) * 1000) / 1000;
    }
    return ppmv;
  }

  static Reading reading(int number, double ppmv) {
    return new Reading(START.plus(INTERVAL.multipliedBy(number)), ppmv);
  }
}
