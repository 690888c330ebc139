package leakdetection.domain.estimation;

/**
 * How far the true current at the leak may be from the measured one: a hidden-state model.
 *
 * <p>The direction is off by an angle that starts normally distributed and walks at random; the
 * speed by a factor that is constant over the window, times another one that is new at every
 * sample.
 *
 * @param steps direction offsets are -steps .. steps times the step
 * @param step between two offsets, degrees
 * @param startSpread standard deviation of the offset when the leak is first seen, degrees
 * @param walk standard deviation of its change per sample, degrees
 * @param speeds speed factors are exp(-speeds .. speeds times the speed step)
 * @param speedStep between the logarithms of two speed factors
 * @param speedSpread standard deviation of the logarithm of the constant factor
 * @param speedJitter standard deviation of the logarithm of the factor of one sample
 * @param modelError relative error of the simulated concentration
 */
record CurrentError(
    int steps,
    double step,
    double startSpread,
    double walk,
    int speeds,
    double speedStep,
    double speedSpread,
    double speedJitter,
    double modelError) {

  /** A meter some way off: the current at the leak wanders about the measured one. */
  static final CurrentError WANDERING = new CurrentError(12, 3, 14, 3, 3, 0.095, 0.12, 0.08, 0.2);

  /** A meter at the leak. */
  static final CurrentError SLIGHT = new CurrentError(3, 1, 1.5, 0.3, 1, 0.03, 0.03, 0.02, 0.1);

  /** Returns the number of direction offsets. */
  int directions() {
    return 2 * steps + 1;
  }

  /** Returns the number of speed factors. */
  int factors() {
    return 2 * speeds + 1;
  }

  /** Returns an offset of the direction, radians. */
  double offset(int direction) {
    return Math.toRadians((direction - steps) * step);
  }

  /** Returns a factor of the speed. */
  double factor(int speed) {
    return Math.exp((speed - speeds) * speedStep);
  }

  /** Returns the probabilities of the offsets when the leak is first seen; they add up to 1. */
  double[] startProbabilities() {
    return discreteNormal(steps, step / startSpread);
  }

  /** Returns the probabilities of the constant speed factors; they add up to 1. */
  double[] speedProbabilities() {
    return discreteNormal(speeds, speedStep / speedSpread);
  }

  /** Returns the probabilities of a change of the offset by -3 .. 3 steps; they add up to 1. */
  double[] walkProbabilities() {
    return discreteNormal(3, step / walk);
  }

  /** Returns the probabilities of a jitter by -2 .. 2 speed steps; they add up to 1. */
  double[] jitterProbabilities() {
    return discreteNormal(2, speedStep / speedJitter);
  }

  private static double[] discreteNormal(int half, double standardStep) {
    double[] probabilities = new double[2 * half + 1];
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double deviation = (i - half) * standardStep;
      probabilities[i] = Math.exp(-deviation * deviation / 2);
      sum += probabilities[i];
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }
}
