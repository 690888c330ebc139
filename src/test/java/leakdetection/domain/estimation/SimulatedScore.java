package leakdetection.domain.estimation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import leakdetection.domain.simulation.CompatiblePlumeModel;

/**
 * Scores {@code bayes} on simulated leaks that are not those of the training: by number of sensors,
 * with gaps, and soon after the leak began.
 *
 * <p>Arguments: the number of leaks and the seed. {@code docs/localisation.md} has the command.
 */
public final class SimulatedScore {

  private static final double GAPS = 0.2;

  private SimulatedScore() {}

  /**
   * Scores and prints.
   *
   * @param args number of leaks of each kind, seed
   */
  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    for (int sensors : new int[] {1, 2, 4, 8}) {
      TrialSimulator usual = LeakTestTraining.simulator(seed + sensors, sensors);
      print(sensors + " sensors", leaks(usual, count));
    }
    List<SimulatedTrial> holed = leaks(LeakTestTraining.simulator(seed + 4, 4), count);
    Random random = new Random(seed);
    holed.forEach(trial -> punch(trial.trial().readings(), random));
    print("4 sensors, 20 % of the readings missing", holed);
    TrialSimulator young = LeakTestTraining.simulator(seed + 4, 4).withYoungLeaks();
    print("4 sensors, 2 to 11 readings after the leak began", leaks(young, count));
  }

  private static List<SimulatedTrial> leaks(TrialSimulator simulator, int count) {
    List<SimulatedTrial> leaks = new ArrayList<>();
    for (int number = 0; leaks.size() < count; number++) {
      SimulatedTrial trial = simulator.next(number);
      if (trial.leak()) {
        leaks.add(trial);
      }
    }
    return leaks;
  }

  private static void punch(double[][] readings, Random random) {
    for (double[] sensor : readings) {
      Arrays.setAll(sensor, i -> random.nextDouble() < GAPS ? Double.NaN : sensor[i]);
    }
  }

  private static void print(String kind, List<SimulatedTrial> trials) {
    List<Estimation> answers =
        trials.parallelStream()
            .map(
                trial ->
                    new BayesEstimator()
                        .estimate(trial.trial().task(), new CompatiblePlumeModel(), Runnable::run))
            .toList();
    int[] ranks =
        IntStream.range(0, answers.size()).map(i -> rank(trials.get(i), answers.get(i))).toArray();
    int[] confirmed =
        IntStream.range(0, ranks.length)
            .filter(i -> answers.get(i).result() == EstimationResult.CONFIRMED)
            .map(i -> ranks[i])
            .toArray();
    System.out.printf(
        "%s: first %.2f, among three %.2f, stated %.2f, confirmed %.2f, of these right %.2f%n",
        kind,
        share(ranks, 1),
        share(ranks, 3),
        answers.stream().mapToDouble(a -> a.best().orElseThrow().probability()).average().orElse(0),
        (double) confirmed.length / ranks.length,
        share(confirmed, 1));
  }

  /** Returns the place of the true point, from 0. */
  private static int rank(SimulatedTrial trial, Estimation answer) {
    String point = Integer.toString(trial.point());
    return answer.candidates().stream().map(c -> c.leak().name()).toList().indexOf(point);
  }

  private static double share(int[] ranks, int places) {
    return Arrays.stream(ranks).filter(rank -> rank < places).count() / (double) ranks.length;
  }
}
