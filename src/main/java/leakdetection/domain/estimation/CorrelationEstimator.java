package leakdetection.domain.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.PlumeSimulation;
import leakdetection.domain.simulation.SharedWork;
import leakdetection.numerics.CrossCorrelation;
import leakdetection.numerics.LogSpace;
import leakdetection.numerics.TimeWarping;

/**
 * The original program's method, mended: which simulated curve is most like the measured one by
 * cross correlation and dynamic time warping.
 *
 * <p>Differences from the original: time runs forwards and readings lie between their currents; all
 * sensors take part; the background (10 % quantile) is taken off and every candidate's curve is
 * scaled to the readings first, so that its rate need not be known; warping is exact; candidates
 * that no sensor can see take no part in the z-scores; the only extreme candidate must also explain
 * 30 % of the readings' variance (with a single candidate 50 %); neighbouring sensors are really
 * compared.
 *
 * <p>Takes the measured currents as true. Its probabilities are a rough translation of the scores
 * (not calibrated), its rate has no interval, and it cannot tell no leak from unexplained; {@link
 * BayesEstimator} is the default for these reasons.
 */
public final class CorrelationEstimator implements Estimator {

  private static final double WARPING_WEIGHT = 0.9;
  private static final double THRESHOLD = 1.4;
  private static final int MAX_LAG = 12;
  private static final double LAG_PENALTY = 1e-4;
  private static final int NEIGHBOUR_LAG = 6;
  private static final double NEIGHBOURS_ALIKE = 0.9;
  private static final double EXPLAINED = 0.3;
  private static final double EXPLAINED_ALONE = 0.5;

  private record Comparison(
      boolean seen, double factor, double goodness, double correlation, double distance) {}

  @Override
  public String id() {
    return "correlation";
  }

  @Override
  public Estimation estimate(EstimationTask all, PlumeModel model, Executor executor) {
    List<String> notes = new ArrayList<>();
    EstimationTask task = all.withoutSilentSensors(notes);
    UndoneResponse readings =
        new UndoneResponse(task.sensors(), task.response(), task.response().gain(task.interval()));
    PlumeSimulation simulation = model.at(task.site());
    Currents currents = task.currents().filled();
    Comparison[] comparisons = new Comparison[task.candidates().size()];
    SharedWork.run(
        comparisons.length,
        executor,
        k ->
            comparisons[k] =
                compare(task, readings, simulation, currents, task.candidates().get(k)));
    int[] seen =
        IntStream.range(0, comparisons.length).filter(k -> comparisons[k].seen()).toArray();
    if (seen.length < comparisons.length) {
      notes.add(
          "%d of %d candidates are out of reach of all sensors under these currents."
              .formatted(comparisons.length - seen.length, comparisons.length));
    }
    CorrelationScores scores =
        CorrelationScores.of(
            Arrays.stream(seen).mapToDouble(k -> comparisons[k].correlation()).toArray(),
            Arrays.stream(seen).mapToDouble(k -> comparisons[k].distance()).toArray(),
            WARPING_WEIGHT);
    return answer(task, model, readings, comparisons, seen, scores, notes);
  }

  private Estimation answer(
      EstimationTask task,
      PlumeModel model,
      UndoneResponse readings,
      Comparison[] comparisons,
      int[] seen,
      CorrelationScores scores,
      List<String> notes) {
    List<Integer> extremes = scores.extremes(threshold(seen.length));
    boolean single = seen.length == 1 || extremes.size() == 1;
    int best = best(seen, scores);
    double goodness = best < 0 ? Double.NaN : comparisons[best].goodness();
    boolean confirmed = single && goodness > (seen.length == 1 ? EXPLAINED_ALONE : EXPLAINED);
    boolean common = !confirmed && neighbourCorrelation(readings) > NEIGHBOURS_ALIKE;
    double leak = best < 0 ? 0 : Math.max(0, Math.min(1, goodness));
    double[] shares = LogSpace.shares(scores.combined());
    List<RankedCandidate> ranked = new ArrayList<>();
    for (int k = 0; k < comparisons.length; k++) {
      int at = Arrays.binarySearch(seen, k);
      Leak candidate = task.candidates().get(k);
      double rate = at < 0 ? Double.NaN : candidate.rate() * comparisons[k].factor();
      ranked.add(
          new RankedCandidate(
              candidate, at < 0 ? 0 : leak * shares[at], rate, Double.NaN, Double.NaN));
    }
    ranked.sort(Comparator.comparingDouble(RankedCandidate::probability).reversed());
    EstimationResult result =
        confirmed
            ? EstimationResult.CONFIRMED
            : common ? EstimationResult.EXTERNAL_CAUSE : EstimationResult.UNDEFINED;
    double external = common ? 1 - leak : 0;
    return new Estimation(
        result, ranked, 0, external, 1 - leak - external, goodness, id(), model.id(), notes);
  }

  /** With few candidates no z-score can reach the threshold: at most (k - 1) / sqrt(k). */
  private static double threshold(int candidates) {
    return Math.min(THRESHOLD, 0.95 * (candidates - 1) / Math.sqrt(Math.max(1, candidates)));
  }

  private static int best(int[] seen, CorrelationScores scores) {
    return IntStream.range(0, seen.length)
        .boxed()
        .max(Comparator.comparingDouble(i -> scores.combined()[i]))
        .map(i -> seen[i])
        .orElse(-1);
  }

  private static Comparison compare(
      EstimationTask task,
      UndoneResponse readings,
      PlumeSimulation simulation,
      Currents currents,
      Leak candidate) {
    int sensors = readings.sensors();
    double[][] curves = new double[sensors][];
    double overlap = 0;
    double energy = 0;
    double total = 0;
    for (int s = 0; s < sensors; s++) {
      double[] water =
          simulation.concentrations(
              candidate, task.sensors().get(s).position(), currents, task.waves());
      curves[s] = task.response().apply(water, task.interval());
      double[] y = readings.above(s);
      for (int i = 0; i < y.length; i++) {
        if (!Double.isNaN(y[i])) {
          overlap += y[i] * curves[s][i];
          energy += curves[s][i] * curves[s][i];
          total += y[i] * y[i];
        }
      }
    }
    if (!(energy > 1e-6) || !(total > 0)) {
      return new Comparison(false, 0, 0, 0, Double.POSITIVE_INFINITY);
    }
    double factor = Math.max(0, overlap / energy);
    double goodness = (2 * factor * overlap - factor * factor * energy) / total;
    double[] measured = chained(sensors, readings::above);
    double[] simulated = chained(sensors, s -> curves[s]);
    double correlation = CrossCorrelation.of(measured, simulated, MAX_LAG, LAG_PENALTY).value();
    return new Comparison(true, factor, goodness, correlation, distance(readings, curves, factor));
  }

  /** The sensors' series one after the other, far enough apart for the largest lag. */
  private static double[] chained(int sensors, IntFunction<double[]> series) {
    int length = series.apply(0).length;
    double[] chain = new double[sensors * (length + MAX_LAG)];
    for (int s = 0; s < sensors; s++) {
      System.arraycopy(series.apply(s), 0, chain, s * (length + MAX_LAG), length);
    }
    return chain;
  }

  private static double distance(UndoneResponse readings, double[][] curves, double factor) {
    double distance = 0;
    int pairs = 0;
    for (int s = 0; s < curves.length; s++) {
      double[] y = readings.above(s);
      int[] measured = IntStream.range(0, y.length).filter(i -> !Double.isNaN(y[i])).toArray();
      double[] curve = curves[s];
      if (measured.length > 0) {
        TimeWarping warping =
            TimeWarping.of(
                Arrays.stream(measured).mapToDouble(i -> y[i]).toArray(),
                Arrays.stream(measured).mapToDouble(i -> factor * curve[i]).toArray());
        distance += warping.distance();
        pairs += warping.pathLength();
      }
    }
    return Math.max(1e-9, distance / Math.max(1, pairs));
  }

  private static double neighbourCorrelation(UndoneResponse readings) {
    double sum = 0;
    int pairs = 0;
    for (int s = 0; s < readings.sensors(); s++) {
      for (int t = 0; t < s; t++) {
        sum += CrossCorrelation.of(readings.above(s), readings.above(t), NEIGHBOUR_LAG, 0).value();
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }
}
