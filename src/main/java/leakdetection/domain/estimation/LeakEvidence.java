package leakdetection.domain.estimation;

import java.util.Arrays;
import java.util.List;

/**
 * What tells a leak from natural gas: figures of a window for the {@link LeakTest}.
 *
 * <p>A plume comes and goes with the current within minutes, so that the water at a sensor jumps; a
 * natural pulse rises within hours and decays within a day, often at several sensors at once. All
 * likelihoods use Student's t (nu = 1.5) and are ratios against noise of 9 ppmv alone; figures that
 * grow with the amount of data are given per sensor.
 *
 * @param explained share of what is surprising in the readings that the best leak explains
 * @param smoothness logarithm of the gain of a background that moves in steps of its own usual size
 * @param smoothGain signed root of how much that background beats the best leak
 * @param ownGain signed root of how much noise of each sensor's own size beats the best leak
 * @param commonGain signed root of how much a curve common to all sensors beats the best leak
 * @param peak logarithm of the largest reading above its background, ppmv
 * @param secondPeak logarithm of the second largest sensor peak over the largest; -3 for one sensor
 * @param rate logarithm of the best leak's rate, g/s
 * @param trough logarithm of the deepest over the largest: water below zero that a leak cannot make
 * @param spike logarithm of the highest water concentration over the largest reading
 * @param smallestCorrelation between the readings of two sensors; 0 for one sensor. Not part of the
 *     test, but of telling an external cause
 */
record LeakEvidence(
    double explained,
    double smoothness,
    double smoothGain,
    double ownGain,
    double commonGain,
    double peak,
    double secondPeak,
    double rate,
    double trough,
    double spike,
    double smallestCorrelation) {

  /** Names of the test's figures, in the order of {@link #figures}. */
  static final List<String> NAMES =
      List.of(
          "explained",
          "smoothness",
          "smoothGain",
          "ownGain",
          "commonGain",
          "peak",
          "secondPeak",
          "rate",
          "trough",
          "spike");

  private static final double NOISE = 9;
  private static final double FREEDOM = 1.5;
  private static final double[] GAINS = {0.7, 0.85, 1, 1.15, 1.3};

  /**
   * Takes the figures of a window.
   *
   * @param leakLogRatio of the best candidate at its best rate
   * @param rate of it, kg/s
   */
  static LeakEvidence of(UndoneResponse readings, double leakLogRatio, double rate) {
    double[][] water = new double[readings.sensors()][];
    double[] peaks = new double[readings.sensors()];
    int values = 0;
    double highest = 0;
    double lowest = 0;
    for (int s = 0; s < water.length; s++) {
      water[s] = readings.water(s);
      peaks[s] = finite(readings.above(s)).max().orElse(0);
      values += (int) finite(water[s]).count();
      highest = Math.max(highest, finite(water[s]).max().orElse(0));
      lowest = Math.min(lowest, finite(water[s]).min().orElse(0));
    }
    double perSensor = Math.max(1, values / (double) Math.max(1, readings.length() - 1));
    double leak = Math.max(leakLogRatio, 0);
    double noise = logLikelihood(water, NOISE);
    double surprise = logLikelihood(zeros(water), NOISE) - noise;
    double smooth = smoothLogLikelihood(water) - noise;
    double own = ownLogLikelihood(water) - noise;
    double common = commonLogLikelihood(water) - noise;
    Arrays.sort(peaks);
    double largest = peaks[peaks.length - 1];
    double peak = Math.log(Math.max(0, largest) + 1);
    double second = peaks.length > 1 ? Math.max(0, peaks[peaks.length - 2]) : Double.NaN;
    return new LeakEvidence(
        leak / (surprise + 50 * perSensor),
        Math.log(Math.max(smooth, 1) / perSensor),
        signedRoot((smooth - leak) / perSensor),
        signedRoot((own - leak) / perSensor),
        signedRoot((common - leak) / perSensor),
        peak,
        Double.isNaN(second) ? -3 : Math.log((second + 5) / (Math.max(0, largest) + 5)),
        Math.log(rate * 1000),
        Math.log(1 - lowest) - peak,
        Math.log(1 + highest) - peak,
        smallestCorrelation(readings));
  }

  /** Returns the test's figures in the order of {@link #NAMES}. */
  double[] figures() {
    return new double[] {
      explained, smoothness, smoothGain, ownGain, commonGain, peak, secondPeak, rate, trough, spike
    };
  }

  private static java.util.stream.DoubleStream finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite);
  }

  private static double signedRoot(double value) {
    return Math.signum(value) * Math.sqrt(Math.abs(value));
  }

  private static double[][] zeros(double[][] series) {
    return Arrays.stream(series)
        .map(s -> Arrays.stream(s).map(z -> Double.isNaN(z) ? z : 0).toArray())
        .toArray(double[][]::new);
  }

  /** Log-likelihood of independent t noise, but for a constant per value. */
  private static double logLikelihood(double[][] series, double scale) {
    return Arrays.stream(series).mapToDouble(s -> logLikelihood(s, scale)).sum();
  }

  private static double logLikelihood(double[] series, double scale) {
    double log = 0;
    for (double value : series) {
      if (!Double.isNaN(value)) {
        double q = value / scale;
        log -= (FREEDOM + 1) / 2 * Math.log1p(q * q / FREEDOM) + Math.log(scale);
      }
    }
    return log;
  }

  private static double ownLogLikelihood(double[][] water) {
    return Arrays.stream(water).mapToDouble(s -> logLikelihood(s, usualSize(s))).sum();
  }

  private static double smoothLogLikelihood(double[][] water) {
    double log = 0;
    for (double[] series : water) {
      double[] steps = new double[series.length - 1];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = series[i + 1] - series[i];
      }
      log += logLikelihood(steps, usualSize(steps));
    }
    return log;
  }

  /** The median size over that of t noise of scale 1, at least 1 ppmv. */
  private static double usualSize(double[] series) {
    return Math.max(1, median(finite(series).map(Math::abs).sorted().toArray()) / 0.8);
  }

  private static double commonLogLikelihood(double[][] water) {
    double[] common = new double[water[0].length];
    for (int i = 0; i < common.length; i++) {
      int time = i;
      double[] values =
          Arrays.stream(water)
              .mapToDouble(s -> s[time])
              .filter(Double::isFinite)
              .sorted()
              .toArray();
      common[i] = water.length > 2 ? median(values) : values.length == 0 ? 0 : values[0];
    }
    double log = 0;
    for (double[] series : water) {
      double best = Double.NEGATIVE_INFINITY;
      for (double gain : GAINS) {
        double[] rest = new double[series.length];
        for (int i = 0; i < rest.length; i++) {
          rest[i] = series[i] - gain * common[i];
        }
        best = Math.max(best, logLikelihood(rest, NOISE));
      }
      log += best;
    }
    return log;
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static double smallestCorrelation(UndoneResponse readings) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int s = 0; s < readings.sensors(); s++) {
      for (int t = 0; t < s; t++) {
        smallest = Math.min(smallest, correlation(readings.above(s), readings.above(t)));
      }
    }
    return smallest == Double.POSITIVE_INFINITY ? 0 : smallest;
  }

  /** Pearson's correlation where both are measured; 0 when one is constant. */
  private static double correlation(double[] x, double[] y) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumYy = 0;
    double sumXy = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        n++;
        sumX += x[i];
        sumY += y[i];
        sumXx += x[i] * x[i];
        sumYy += y[i] * y[i];
        sumXy += x[i] * y[i];
      }
    }
    double variances = (sumXx - sumX * sumX / n) * (sumYy - sumY * sumY / n);
    return variances > 1e-12 ? (sumXy - sumX * sumY / n) / Math.sqrt(variances) : 0;
  }
}
