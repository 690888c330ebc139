package leakdetection.domain.estimation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.PlumeSimulation;
import leakdetection.numerics.LogSpace;

/**
 * Weighs the candidates by how well a leak there explains all sensors at once, when the true
 * current is only roughly known.
 *
 * <p>Which candidate: the likelihoods of two {@link CurrentError} models (a meter some way off, a
 * meter at the leak), summed over the rates, tempered by 3 and mixed half and half. Whether it is a
 * leak at all: {@link LeakTest}. Confirmed when the test says so, the {@link PerturbedEnsemble}
 * agrees, the best candidate's probability exceeds 0.6 and its curve explains at least 30 % of the
 * readings' variance (a leak that has just begun fits many points); an external cause when it is no
 * leak and a curve common to all sensors explains more. What the leak test leaves over is shared
 * among no leak, external cause and unexplained as the ensemble weighs them.
 */
public final class BayesEstimator implements Estimator {

  /** Share of leaks among the windows that it is asked about after a detection. */
  public static final double BASE_RATE = 0.6;

  private static final double CONFIRMED = 0.6;
  private static final double COMMON_CORRELATION = 0.6;
  private static final double WORST_FIT = 0.3;

  private final double baseRate;

  /** Takes {@link #BASE_RATE}. */
  public BayesEstimator() {
    this(BASE_RATE);
  }

  /**
   * @param baseRate share of leaks among the windows that it is asked about, between 0 and 1
   */
  public BayesEstimator(double baseRate) {
    if (!(baseRate > 0 && baseRate < 1)) {
      throw new IllegalArgumentException(
          "The base rate of leaks (%s) must lie between 0 and 1.".formatted(baseRate));
    }
    this.baseRate = baseRate;
  }

  @Override
  public String id() {
    return "bayes";
  }

  @Override
  public Estimation estimate(EstimationTask all, PlumeModel model, Executor executor) {
    List<String> notes = new ArrayList<>();
    EstimationTask task = all.withoutSilentSensors(notes);
    if (task.currents().missing() > 0) {
      notes.add(
          "%d of %d currents are missing and were interpolated."
              .formatted(task.currents().missing(), task.currents().length()));
    }
    UndoneResponse readings =
        new UndoneResponse(task.sensors(), task.response(), task.response().gain(task.interval()));
    RateGrid rates = RateGrid.of(model);
    PlumeSimulation simulation = model.at(task.site());
    HiddenCurrentEvidence hidden =
        HiddenCurrentEvidence.weigh(task, readings, rates, simulation, executor);
    PerturbedEnsemble.Opinion second =
        new PerturbedEnsemble(task, readings, simulation)
            .weigh(hidden.mostProbableLeaks(task, rates), hidden.strengths(rates), executor);
    LeakEvidence evidence = hidden.evidence(task, readings, rates);
    double leak = leakProbability(task, hidden, evidence, notes);
    List<RankedCandidate> ranked = ranked(task, rates, hidden, leak);
    double fit = ranked.isEmpty() ? Double.NaN : second.goodness()[hidden.best()];
    EstimationResult result = result(leak, second.leak(), ranked, evidence);
    if (result == EstimationResult.CONFIRMED && !(fit >= WORST_FIT)) {
      notes.add(
          "The best candidate is not confirmed, since its curve explains too little of the readings yet.");
      result = EstimationResult.UNDEFINED;
    }
    return new Estimation(
        result,
        ranked,
        rest(leak, second, second.noLeak()),
        rest(leak, second, second.externalCause()),
        rest(leak, second, second.unexplained()),
        fit,
        id(),
        model.id(),
        notes);
  }

  /** Shares what the leak test leaves over as the ensemble weighs the other causes. */
  private static double rest(double leak, PerturbedEnsemble.Opinion second, double cause) {
    double others = second.noLeak() + second.externalCause() + second.unexplained();
    return (1 - leak) * (others > 0 ? cause / others : 1.0 / 3);
  }

  private double leakProbability(
      EstimationTask task,
      HiddenCurrentEvidence hidden,
      LeakEvidence evidence,
      List<String> notes) {
    if (task.candidates().isEmpty()) {
      notes.add("There are no candidate leaks to compare with.");
      return 0;
    }
    for (int k = 0; k < task.candidates().size(); k++) {
      if (hidden.outOfReach()[k]) {
        notes.add(
            "No sensor can see candidate %s under these currents."
                .formatted(task.candidates().get(k).name()));
      }
    }
    return hidden.allOutOfReach() ? 0 : LeakTest.FITTED.probability(evidence, baseRate);
  }

  private static List<RankedCandidate> ranked(
      EstimationTask task, RateGrid rates, HiddenCurrentEvidence hidden, double leak) {
    double[] shares = LogSpace.shares(hidden.logWeights());
    List<RankedCandidate> ranked = new ArrayList<>();
    for (int k = 0; k < shares.length; k++) {
      Leak candidate = task.candidates().get(k);
      RatePosterior rate =
          hidden.outOfReach()[k]
              ? RatePosterior.UNKNOWN
              : RatePosterior.of(hidden.logRatios(), k, rates, candidate);
      ranked.add(
          new RankedCandidate(candidate, leak * shares[k], rate.median(), rate.low(), rate.high()));
    }
    ranked.sort(Comparator.comparingDouble(RankedCandidate::probability).reversed());
    return ranked;
  }

  private static EstimationResult result(
      double leak, double second, List<RankedCandidate> ranked, LeakEvidence evidence) {
    if (leak > 0.5 && second > 0.5 && ranked.get(0).probability() > CONFIRMED) {
      return EstimationResult.CONFIRMED;
    }
    boolean common =
        evidence.commonGain() > 0 && evidence.smallestCorrelation() > COMMON_CORRELATION;
    return leak <= 0.5 && common ? EstimationResult.EXTERNAL_CAUSE : EstimationResult.UNDEFINED;
  }
}
