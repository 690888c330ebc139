package leakdetection.domain.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.PlumeSimulation;
import leakdetection.domain.simulation.SharedWork;
import leakdetection.numerics.LogSpace;

/**
 * A second opinion that shares little with the hidden-current models: whole curves in readings, not
 * in undone water, under a few constant errors of the current.
 *
 * <p>A candidate's curves: 15 perturbed currents (direction -20 .. 20 degrees, speed 0.85, 1, 1.15)
 * times an onset every 2 hours, the strength profiled around the most probable one. Against them
 * stand no leak, an external cause (a curve common to all sensors with gains of 0.7 to 1.3) and
 * anything else (a line with a knot every 2 hours per sensor, charged for its freedom). Residuals
 * are whitened with 0.98, their errors are Student t (nu = 4) with 10 % model error;
 * log-likelihoods are divided by 15, since neighbouring readings say the same. Prior 0.7, 0.1, 0.1,
 * 0.1.
 */
final class PerturbedEnsemble {

  private static final double[] DIRECTIONS = {-20, -10, 0, 10, 20};
  private static final double[] SPEEDS = {0.85, 1, 1.15};
  private static final double[] STRENGTHS = {0.5, 0.71, 1, 1.41, 2};
  private static final double[] GAINS = {0.7, 0.85, 1, 1.15, 1.3};
  private static final int KNOTS = 12;
  private static final double WHITENING = 0.98;
  private static final double NOISE = 2;
  private static final double MODEL_ERROR = 0.1;
  private static final double FREEDOM = 4;
  private static final double TEMPERATURE = 15;
  private static final double LEAK_PRIOR = 0.7;
  private static final double OTHER_PRIOR = 0.1;

  private final EstimationTask task;
  private final UndoneResponse readings;
  private final PlumeSimulation simulation;
  private final List<Currents> perturbed = new ArrayList<>();

  /**
   * The opinion.
   *
   * @param leak probability of all candidates together
   * @param noLeak probability of none of this
   * @param externalCause probability of a curve common to all sensors
   * @param unexplained probability of anything else
   * @param goodness [k], share of the readings' variance that a candidate's best curve explains
   */
  record Opinion(
      double leak, double noLeak, double externalCause, double unexplained, double[] goodness) {}

  private record Fit(double logLikelihood, double goodness) {}

  PerturbedEnsemble(EstimationTask task, UndoneResponse readings, PlumeSimulation simulation) {
    this.task = task;
    this.readings = readings;
    this.simulation = simulation;
    Currents measured = task.currents().filled();
    for (double direction : DIRECTIONS) {
      for (double speed : SPEEDS) {
        perturbed.add(measured.perturbed(Math.toRadians(direction), speed, 0.001));
      }
    }
  }

  /**
   * Weighs the candidates against everything else.
   *
   * @param leaks the candidates at their most probable rates
   * @param strengths what their concentrations are multiplied by on top
   */
  Opinion weigh(List<Leak> leaks, double[] strengths, Executor executor) {
    Fit[] fits = new Fit[leaks.size()];
    SharedWork.run(fits.length, executor, k -> fits[k] = fit(leaks.get(k), strengths[k]));
    double[][] nothing = new double[readings.sensors()][readings.length()];
    double none = Math.log(OTHER_PRIOR) + logLikelihood(nothing) / TEMPERATURE;
    double external =
        readings.sensors() < 2
            ? Double.NEGATIVE_INFINITY
            : Math.log(OTHER_PRIOR) + logLikelihood(common()) / TEMPERATURE;
    double unexplained = Math.log(OTHER_PRIOR) + pieces() / TEMPERATURE;
    double leak =
        Math.log(LEAK_PRIOR)
            + LogSpace.mean(Arrays.stream(fits).mapToDouble(Fit::logLikelihood).toArray());
    double[] shares = LogSpace.shares(leak, none, external, unexplained);
    double[] goodness = Arrays.stream(fits).mapToDouble(Fit::goodness).toArray();
    return new Opinion(shares[0], shares[1], shares[2], shares[3], goodness);
  }

  private Fit fit(Leak leak, double strength) {
    List<Double> logs = new ArrayList<>();
    double goodness = Double.NEGATIVE_INFINITY;
    for (Currents currents : perturbed) {
      double[][] water = new double[readings.sensors()][];
      for (int s = 0; s < water.length; s++) {
        water[s] =
            simulation.concentrations(
                leak, task.sensors().get(s).position(), currents, task.waves());
      }
      for (int onset = 0; onset < readings.length() - KNOTS; onset += KNOTS) {
        double[][] curve = curves(water, onset);
        double best = Double.NEGATIVE_INFINITY;
        for (double factor : STRENGTHS) {
          double[][] scaled = scaled(curve, strength * factor);
          best = Math.max(best, logLikelihood(scaled));
          goodness = Math.max(goodness, goodness(scaled));
        }
        logs.add(best / TEMPERATURE);
      }
    }
    double[] values = logs.stream().mapToDouble(Double::doubleValue).toArray();
    return new Fit(LogSpace.mean(values), goodness);
  }

  private double[][] curves(double[][] water, int onset) {
    double[][] curves = new double[water.length][];
    for (int s = 0; s < water.length; s++) {
      double[] released = water[s].clone();
      Arrays.fill(released, 0, onset, 0);
      curves[s] = task.response().apply(released, task.interval());
    }
    return curves;
  }

  private static double[][] scaled(double[][] curves, double factor) {
    return Arrays.stream(curves)
        .map(curve -> Arrays.stream(curve).map(x -> x * factor).toArray())
        .toArray(double[][]::new);
  }

  /** Log-likelihood of the readings around curves, but for a constant. */
  private double logLikelihood(double[][] curves) {
    double log = 0;
    for (int s = 0; s < curves.length; s++) {
      log += logLikelihood(readings.above(s), curves[s]);
    }
    return log;
  }

  private static double logLikelihood(double[] y, double[] curve) {
    double log = 0;
    double product = 1;
    for (int i = 1; i < y.length; i++) {
      double now = y[i] - curve[i];
      double before = y[i - 1] - curve[i - 1];
      if (!Double.isNaN(now) && !Double.isNaN(before)) {
        double whitened = now - WHITENING * before;
        double error = MODEL_ERROR * curve[i];
        double variance = NOISE * NOISE + error * error;
        double u = 1 + whitened * whitened / (FREEDOM * variance);
        product *= u * u * u * u * u * variance;
        if (product > 1e150) {
          log -= Math.log(product) / 2;
          product = 1;
        }
      }
    }
    return log - Math.log(product) / 2;
  }

  private double goodness(double[][] curves) {
    double rest = 0;
    double total = 0;
    for (int s = 0; s < curves.length; s++) {
      double[] y = readings.above(s);
      for (int i = 0; i < y.length; i++) {
        if (!Double.isNaN(y[i])) {
          rest += (y[i] - curves[s][i]) * (y[i] - curves[s][i]);
          total += y[i] * y[i];
        }
      }
    }
    return total > 0 ? 1 - rest / total : 0;
  }

  private double[][] common() {
    int sensors = readings.sensors();
    double[] common = new double[readings.length()];
    for (int i = 0; i < common.length; i++) {
      int time = i;
      double[] values =
          java.util.stream.IntStream.range(0, sensors)
              .mapToDouble(s -> readings.above(s)[time])
              .filter(Double::isFinite)
              .sorted()
              .toArray();
      // Of two sensors the lower one: what only one sees is not common.
      common[i] = values.length == 0 ? 0 : values[(values.length - 1) / 2];
    }
    double[][] curves = new double[sensors][];
    for (int s = 0; s < sensors; s++) {
      double best = Double.NEGATIVE_INFINITY;
      for (double gain : GAINS) {
        double[] curve = Arrays.stream(common).map(x -> gain * x).toArray();
        double log = logLikelihood(readings.above(s), curve);
        if (log > best) {
          best = log;
          curves[s] = curve;
        }
      }
    }
    return curves;
  }

  /** Log-likelihood of free lines with a knot every two hours, less their charge. */
  private double pieces() {
    double log = 0;
    int values = 0;
    int knots = 0;
    for (int s = 0; s < readings.sensors(); s++) {
      double[] y = readings.above(s);
      double[] line = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        int left = i / KNOTS * KNOTS;
        int right = Math.min(left + KNOTS, y.length - 1);
        double weight = right == left ? 0 : (double) (i - left) / (right - left);
        line[i] = (1 - weight) * y[left] + weight * y[right];
        values += Double.isNaN(y[i]) ? 0 : 1;
      }
      knots += y.length / KNOTS + 1;
      log += logLikelihood(y, Arrays.stream(line).map(x -> Double.isNaN(x) ? 0 : x).toArray());
    }
    return log - knots * Math.log(Math.max(2, values)) / 2;
  }
}
