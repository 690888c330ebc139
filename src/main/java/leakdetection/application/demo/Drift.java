package leakdetection.application.demo;

/**
 * A slowly wandering quantity of mean 0 and standard deviation 1 (an Ornstein-Uhlenbeck process):
 * neighbours are alike, far times are not.
 */
final class Drift {

  private final Chance chance;
  private final double memory;
  private final double shock;
  private double value;

  /**
   * Starts somewhere in the stationary distribution.
   *
   * @param chance where the shocks come from
   * @param steps after which a deviation has faded to 1/e, in calls of {@link #next}
   */
  Drift(Chance chance, double steps) {
    this.chance = chance;
    this.memory = StrictMath.exp(-1 / steps);
    this.shock = StrictMath.sqrt(1 - memory * memory);
    this.value = chance.gaussian();
  }

  /** Returns the value one step later. */
  double next() {
    value = memory * value + shock * chance.gaussian();
    return value;
  }
}
