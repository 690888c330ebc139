package leakdetection.domain.estimation;

import java.util.Arrays;

/**
 * How much better a leak explains the concentrations than no leak does, with the true currents
 * hidden: the forward algorithm over the current's errors and over whether the leak is on yet.
 *
 * <p>Hidden state at each time: one of the direction offsets, or "off"; the leak is on from the
 * start with probability 1/2, else begins at any time alike. The offset walks at random; the speed
 * factor is constant but for its jitter, over which each sample's likelihood is averaged. What a
 * sensor sees differs from the simulated concentration h by a Student t error (nu = 1.5) of
 * variance {@code noise^2 + (modelError h)^2}, with a small share of outliers. See L. Rabiner, "A
 * tutorial on hidden Markov models", Proc. IEEE 77 (1989).
 *
 * <p>Kernel: works on plain arrays, and relative to "no leak", so that states in which no sensor
 * sees the plume cost nothing. Thread-safe.
 */
final class HiddenCurrentLikelihood {

  /** Typical wandering of the undone background, ppmv. */
  static final double NOISE = 9;

  private static final double FREEDOM = 1.5;
  private static final double OUTLIERS = 1.5e-6;
  private static final double INVISIBLE = 0.02;

  private final CurrentError error;
  private final double[][] water;
  private final double[][] background;
  private final double hazard;
  private final double[] start;
  private final double[] walk;
  private final double[] jitter;
  private final double[] speedPrior;

  HiddenCurrentLikelihood(CurrentError error, UndoneResponse readings) {
    this.error = error;
    int n = readings.length();
    int sensors = readings.sensors();
    this.hazard = 1.0 / n;
    this.water = new double[n][sensors];
    this.background = new double[n][sensors];
    for (int i = 0; i < n; i++) {
      for (int s = 0; s < sensors; s++) {
        double z = readings.water(s)[i];
        water[i][s] = z;
        background[i][s] = 1 / (density(z * z, NOISE * NOISE) + OUTLIERS);
      }
    }
    this.start = error.startProbabilities();
    this.walk = error.walkProbabilities();
    this.jitter = error.jitterProbabilities();
    this.speedPrior = error.speedProbabilities();
  }

  /** Returns the largest concentration that any sensor measured, ppmv, at least the noise. */
  double highestWater() {
    double highest = NOISE;
    for (double[] values : water) {
      for (double value : values) {
        highest = value > highest ? value : highest;
      }
    }
    return highest;
  }

  /** Density of Student's t with 1.5 degrees of freedom, but for a constant. */
  private static double density(double squared, double variance) {
    double u = 1 + squared / (FREEDOM * variance);
    return 1 / (Math.sqrt(variance) * u * Math.sqrt(Math.sqrt(u)));
  }

  /**
   * Returns the logarithm of the likelihood ratio against no leak.
   *
   * @param field of the leak, made with this object's {@link CurrentError}
   * @param strength what the field is multiplied by
   */
  double logRatio(PlumeField field, double strength) {
    int directions = error.directions();
    int factors = error.factors();
    double[] on = new double[factors * directions];
    double[] off = new double[factors];
    for (int f = 0; f < factors; f++) {
      off[f] = speedPrior[f] / 2;
      for (int d = 0; d < directions; d++) {
        on[f * directions + d] = speedPrior[f] / 2 * start[d];
      }
    }
    double[] emission = new double[factors * directions];
    double[] mixed = new double[factors * directions];
    double[] moved = new double[factors * directions];
    double log = 0;
    for (int i = 1; i < water.length; i++) {
      move(on, off, moved);
      if (emissions(field, strength, i, emission)) {
        mixSpeeds(emission, mixed);
        for (int state = 0; state < moved.length; state++) {
          moved[state] *= mixed[state];
        }
      }
      double sum = Arrays.stream(off).sum();
      for (double probability : moved) {
        sum += probability;
      }
      log += Math.log(sum);
      for (int state = 0; state < moved.length; state++) {
        on[state] = moved[state] / sum;
      }
      for (int f = 0; f < factors; f++) {
        off[f] /= sum;
      }
    }
    return log;
  }

  /** One sample on: the offset walks, reflected at its bounds, and the leak may begin. */
  private void move(double[] on, double[] off, double[] moved) {
    int directions = error.directions();
    int half = walk.length / 2;
    for (int f = 0; f < off.length; f++) {
      int row = f * directions;
      double begins = off[f] * hazard;
      off[f] -= begins;
      for (int d = 0; d < directions; d++) {
        moved[row + d] = begins * start[d];
      }
      for (int d = 0; d < directions; d++) {
        double from = on[row + d];
        for (int j = -half; j <= half; j++) {
          int to = Math.min(directions - 1, Math.max(0, d + j));
          moved[row + to] += from * walk[j + half];
        }
      }
    }
  }

  /** Likelihood ratios of one time's readings by state; false when all are 1. */
  private boolean emissions(PlumeField field, double strength, int time, double[] ratios) {
    int first = field.firstOf(time);
    int end = field.firstOf(time + 1);
    if (first == end) {
      return false;
    }
    double[] z = water[time];
    Arrays.fill(ratios, 1);
    for (int sighting = first; sighting < end; sighting++) {
      double h = strength * field.ppmv(sighting);
      int s = field.sensor(sighting);
      if (h > INVISIBLE && !Double.isNaN(z[s])) {
        double spread = error.modelError() * h;
        double misfit = z[s] - h;
        double variance = NOISE * NOISE + spread * spread;
        ratios[field.state(sighting)] *=
            (density(misfit * misfit, variance) + OUTLIERS) * background[time][s];
      }
    }
    return true;
  }

  private void mixSpeeds(double[] emission, double[] mixed) {
    int directions = error.directions();
    int factors = error.factors();
    int half = jitter.length / 2;
    Arrays.fill(mixed, 0);
    for (int f = 0; f < factors; f++) {
      for (int j = -half; j <= half; j++) {
        int other = Math.min(factors - 1, Math.max(0, f + j));
        for (int d = 0; d < directions; d++) {
          mixed[f * directions + d] += jitter[j + half] * emission[other * directions + d];
        }
      }
    }
  }
}
