package leakdetection.application.demo;

import java.util.SplittableRandom;

/**
 * Random numbers for one purpose.
 *
 * <p>Purposes do not disturb each other: adding a sensor leaves the others as they were. Only the
 * raw bits come from the generator and only {@link StrictMath} shapes them, so that neither the
 * machine nor the version of Java changes a digit.
 */
final class Chance {

  private final SplittableRandom bits;

  private Chance(long seed) {
    this.bits = new SplittableRandom(seed);
  }

  /** Returns the numbers of a purpose under a seed. */
  static Chance of(long seed, String purpose) {
    long mixed = seed;
    for (int i = 0; i < purpose.length(); i++) {
      mixed = (mixed ^ purpose.charAt(i)) * 0x100000001b3L; // the FNV-1a hash
    }
    return new Chance(mixed);
  }

  /** Returns a number from 0 inclusive to 1 exclusive. */
  double uniform() {
    return (bits.nextLong() >>> 11) * 0x1p-53;
  }

  /** Returns a number from the first inclusive to the second exclusive. */
  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Returns a number of the standard normal distribution. */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** Returns a waiting time of this mean. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /** Returns a number whose logarithm is normal with this spread about the median's. */
  double logNormal(double median, double spread) {
    return median * StrictMath.exp(spread * gaussian());
  }
}
