package leakdetection.application.backtest;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import leakdetection.domain.simulation.SensorResponse;

/** How the concentration at a sensor goes over time while a leak lasts. */
public enum LeakShape {
  /**
   * A steady release whose cloud the current sweeps across the sensor: a tidal current of random
   * phase and direction with a slow wander, a bell over the angle between the current and the
   * direction to the sensor, thinner the faster the current.
   */
  PLUME {
    @Override
    double[] concentration(Duration duration, Duration step, SplittableRandom random) {
      double[] curve = new double[count(duration, step)];
      double hours = step.toMillis() / MILLIS_PER_HOUR;
      double towards = 2 * Math.PI * random.nextDouble();
      double phase = 2 * Math.PI * random.nextDouble();
      double roundness = 0.2 + 0.5 * random.nextDouble();
      double keep = Math.exp(-hours / WANDER_HOURS);
      double east = WANDER * gaussian(random);
      double north = WANDER * gaussian(random);
      for (int i = 0; i < curve.length; i++) {
        double tide = phase + 2 * Math.PI * i * hours / TIDE_HOURS;
        double u = TIDE * Math.cos(tide) + east;
        double v = TIDE * roundness * Math.sin(tide) + north;
        double off = Math.IEEEremainder(Math.atan2(v, u) - towards, 2 * Math.PI) / SPREAD;
        curve[i] = Math.exp(-off * off / 2) / (SLOW + Math.hypot(u, v));
        east = keep * east + WANDER * Math.sqrt(1 - keep * keep) * gaussian(random);
        north = keep * north + WANDER * Math.sqrt(1 - keep * keep) * gaussian(random);
      }
      return curve;
    }
  },
  /** Grows evenly over the duration, then stays at its peak for two days. */
  RAMP {
    @Override
    double[] concentration(Duration duration, Duration step, SplittableRandom random) {
      int rising = count(duration, step);
      double[] curve = new double[rising + count(PLATEAU, step)];
      for (int i = 0; i < curve.length; i++) {
        curve[i] = Math.min(1.0, (i + 1.0) / rising);
      }
      return curve;
    }

    @Override
    Duration release(Duration duration) {
      return duration.plus(PLATEAU);
    }
  };

  private static final Duration PLATEAU = Duration.ofDays(2);
  private static final double MILLIS_PER_HOUR = 3_600_000;

  /** Period of the principal lunar tide, hours. */
  private static final double TIDE_HOURS = 12.42;

  /** Amplitude of the tidal current and standard deviation of its wander, m/s. */
  private static final double TIDE = 0.12;

  private static final double WANDER = 0.04;
  private static final double WANDER_HOURS = 24;

  /** Speed below which a slower current thickens the cloud no further, m/s. */
  private static final double SLOW = 0.03;

  /** Standard deviation of the cloud's angle, radians. */
  private static final double SPREAD = Math.toRadians(15);

  /** Returns the name as the command line and the API spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns how long gas is released by a leak of this nominal duration. */
  Duration release(Duration duration) {
    return duration;
  }

  /** Returns the concentration in the water while gas is released, in any unit, [n]. */
  abstract double[] concentration(Duration duration, Duration step, SplittableRandom random);

  /**
   * Returns what the sensor reads: the concentration through its response, from the release until
   * {@code tail} after its end, scaled to a largest value of 1.
   *
   * @param step time between two readings
   * @return [n], 0 to 1
   */
  double[] curve(Duration duration, Duration tail, Duration step, SplittableRandom random) {
    double[] water = concentration(duration, step, random);
    double[] read = new double[water.length + count(tail, step)];
    double tau = SensorResponse.STANDARD.timeConstant().toMillis();
    // Exact for a constant input, so that it also holds for steps as long as tau, where the
    // trapezoid rule of the compatible model swings.
    double follow = 1 - Math.exp(-step.toMillis() / tau);
    double level = 0;
    double peak = 0;
    for (int i = 0; i < read.length; i++) {
      level += follow * ((i < water.length ? water[i] : 0) - level);
      read[i] = level;
      peak = Math.max(peak, level);
    }
    for (int i = 0; i < read.length; i++) {
      read[i] /= peak;
    }
    return read;
  }

  private static int count(Duration duration, Duration step) {
    return (int) Math.max(1, Math.ceil((double) duration.toMillis() / step.toMillis()));
  }

  private static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
