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
 * How well each candidate at each rate explains the readings under each hidden-current model.
 *
 * @param logRatios [model][candidate][rate], logarithm of the likelihood ratio against no leak
 * @param outOfReach [candidate], whether no sensor would see it at any time under any current
 */
record HiddenCurrentEvidence(double[][][] logRatios, boolean[] outOfReach) {

  private static final double TEMPERATURE = 3;
  private static final double SPEED_RESOLUTION = 0.001;
  private static final double COARSE_RESOLUTION = 0.002;

  /** The hidden-current models, equally probable before. */
  static final List<CurrentError> MODELS = List.of(CurrentError.WANDERING, CurrentError.SLIGHT);

  /** Weighs all candidates. */
  static HiddenCurrentEvidence weigh(
      EstimationTask task,
      UndoneResponse readings,
      RateGrid rates,
      PlumeSimulation simulation,
      Executor executor) {
    Currents measured = task.currents().filled();
    // With many rates to simulate, fewer speeds; 1 mm/s is well below what is known of the current.
    double resolution = rates.relative() ? SPEED_RESOLUTION : COARSE_RESOLUTION;
    int candidates = task.candidates().size();
    double[][][] logRatios = new double[MODELS.size()][candidates][rates.size()];
    boolean[] outOfReach = new boolean[candidates];
    Arrays.fill(outOfReach, true);
    for (int m = 0; m < MODELS.size(); m++) {
      CurrentError error = MODELS.get(m);
      PossibleCurrents currents = new PossibleCurrents(measured, error, resolution);
      HiddenCurrentLikelihood likelihood = new HiddenCurrentLikelihood(error, readings);
      double[][] ratios = logRatios[m];
      SharedWork.run(
          candidates,
          executor,
          k -> {
            Leak candidate = task.candidates().get(k);
            CandidateLikelihood one =
                new CandidateLikelihood(
                    rates,
                    candidate,
                    leak -> PlumeField.of(simulation, leak, task.sensors(), currents, task.waves()),
                    likelihood);
            outOfReach[k] &= !one.fill(ratios[k]);
          });
    }
    return new HiddenCurrentEvidence(logRatios, outOfReach);
  }

  /** Tells whether no sensor would see any candidate. */
  boolean allOutOfReach() {
    for (boolean unseen : outOfReach) {
      if (!unseen) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the logarithms of the candidates' weights [k]: summed over the rates, divided by 4,
   * since neighbouring readings are not independent, and mixed over the models.
   */
  double[] logWeights() {
    double[] weights = new double[outOfReach.length];
    for (int k = 0; k < weights.length; k++) {
      double[] models = new double[logRatios.length];
      for (int m = 0; m < models.length; m++) {
        models[m] = LogSpace.mean(logRatios[m][k]) / TEMPERATURE;
      }
      weights[k] = LogSpace.mean(models);
    }
    return weights;
  }

  /** Returns the index of the candidate with the largest weight; -1 for none. */
  int best() {
    return indexOfLargest(logWeights());
  }

  /** Returns the candidates at their most probable rates. */
  List<Leak> mostProbableLeaks(EstimationTask task, RateGrid rates) {
    List<Leak> leaks = new ArrayList<>();
    for (int k = 0; k < outOfReach.length; k++) {
      Leak candidate = task.candidates().get(k);
      leaks.add(candidate.withRate(rates.rate(mostProbableRate(k), candidate)));
    }
    return leaks;
  }

  /** Returns what the simulated concentrations [k] at those rates are to be multiplied by. */
  double[] strengths(RateGrid rates) {
    double[] strengths = new double[outOfReach.length];
    for (int k = 0; k < strengths.length; k++) {
      strengths[k] = rates.relative() ? rates.factors()[mostProbableRate(k)] : 1;
    }
    return strengths;
  }

  private int mostProbableRate(int candidate) {
    double[] largest = logRatios[0][candidate].clone();
    for (double[][] model : logRatios) {
      for (int j = 0; j < largest.length; j++) {
        largest[j] = Math.max(largest[j], model[candidate][j]);
      }
    }
    return indexOfLargest(largest);
  }

  /** Returns the figures for the leak test. */
  LeakEvidence evidence(EstimationTask task, UndoneResponse readings, RateGrid rates) {
    int best = best();
    if (best < 0) {
      return LeakEvidence.of(readings, 0, rates.factors()[0]);
    }
    int rate = mostProbableRate(best);
    double logRatio = Double.NEGATIVE_INFINITY;
    for (double[][] model : logRatios) {
      logRatio = Math.max(logRatio, model[best][rate]);
    }
    return LeakEvidence.of(readings, logRatio, rates.rate(rate, task.candidates().get(best)));
  }

  private static int indexOfLargest(double[] values) {
    int largest = values.length - 1;
    for (int i = 0; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
