package leakdetection.domain.estimation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import leakdetection.SharedData;
import leakdetection.domain.simulation.CompatiblePlumeModel;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.infrastructure.estimation.LocalisationDataFiles;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Fits the coefficients of {@link LeakTest} on simulated trials and prints {@code
 * leak-test.properties}.
 *
 * <p>Arguments: the number of trials and the seed. Reads the currents and the readings of the
 * folder beside the project (real sensors and the background history of the localisation trials,
 * not their truths). {@code docs/localisation.md} has the command.
 */
public final class LeakTestTraining {

  private static final double RIDGE = 1;
  private static final int ITERATIONS = 50;

  private record Example(double[] figures, boolean leak, String kind) {}

  private LeakTestTraining() {}

  /**
   * Trains and prints.
   *
   * @param args number of trials, seed
   */
  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    List<Example> examples = examples(trials(count, seed));
    double[] weights = fit(examples);
    System.out.println(
        "# Fitted by LeakTestTraining %d %d on simulated trials (docs/localisation.md)."
            .formatted(count, seed));
    System.out.println("intercept=" + weights[0]);
    System.out.println(
        "trained.share.of.leaks="
            + examples.stream().filter(Example::leak).count() / (double) examples.size());
    for (int i = 0; i < LeakEvidence.NAMES.size(); i++) {
      System.out.println(LeakEvidence.NAMES.get(i) + "=" + weights[i + 1]);
    }
    report(examples);
  }

  /** Returns trials with 1 to 8 sensors, mostly 4. */
  static List<SimulatedTrial> trials(int count, long seed) throws IOException {
    Random random = new Random(seed);
    int[] sensors = {1, 2, 3, 6, 8};
    List<TrialSimulator> simulators = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      simulators.add(simulator(seed + number, number + 1));
    }
    List<SimulatedTrial> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int mounted = random.nextDouble() < 0.7 ? 4 : sensors[random.nextInt(sensors.length)];
      trials.add(simulators.get(mounted - 1).next(i));
    }
    return trials;
  }

  /** Returns a simulator over all real backgrounds. */
  static TrialSimulator simulator(long seed, int sensors) throws IOException {
    Path currents = SharedData.path("data/real/currents.csv");
    List<double[]> histories =
        List.of(
            new LocalisationDataFiles()
                .trials(SharedData.path("science/localisation/dev/trials.json.gz"))
                .history(),
            column(SharedData.path("data/real/19XT2316.10m.csv"), 2),
            column(SharedData.path("data/real/19H-QI___5472.10m.csv"), 2));
    return new TrialSimulator(seed, column(currents, 0), column(currents, 1), histories, sensors);
  }

  private static double[] column(Path file, int column) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split(","))
        .mapToDouble(
            cells -> cells.length > column ? Double.parseDouble(cells[column]) : Double.NaN)
        .toArray();
  }

  private static List<Example> examples(List<SimulatedTrial> trials) {
    PlumeModel model = new CompatiblePlumeModel();
    return trials.parallelStream()
        .map(
            simulated -> {
              EstimationTask task = simulated.trial().task();
              double gain = task.response().gain(task.interval());
              UndoneResponse readings = new UndoneResponse(task.sensors(), task.response(), gain);
              RateGrid rates = RateGrid.of(model);
              HiddenCurrentEvidence hidden =
                  HiddenCurrentEvidence.weigh(
                      task, readings, rates, model.at(task.site()), Runnable::run);
              double[] figures = hidden.evidence(task, readings, rates).figures();
              return new Example(figures, simulated.leak(), simulated.kind());
            })
        .toList();
  }

  /** Returns intercept and coefficients: ridge logistic regression by Newton's method. */
  private static double[] fit(List<Example> examples) {
    int features = LeakEvidence.NAMES.size();
    double[] mean = new double[features];
    double[] spread = new double[features];
    for (int j = 0; j < features; j++) {
      int column = j;
      double[] values = examples.stream().mapToDouble(e -> e.figures()[column]).toArray();
      mean[j] = Arrays.stream(values).average().orElseThrow();
      double centre = mean[j];
      double variance =
          Arrays.stream(values).map(v -> (v - centre) * (v - centre)).average().orElseThrow();
      spread[j] = Math.sqrt(variance) + 1e-9;
    }
    RealVector beta = new ArrayRealVector(features + 1);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      beta = beta.add(newtonStep(examples, mean, spread, beta));
    }
    double[] weights = new double[features + 1];
    weights[0] = beta.getEntry(0);
    for (int j = 0; j < features; j++) {
      weights[j + 1] = beta.getEntry(j + 1) / spread[j];
      weights[0] -= weights[j + 1] * mean[j];
    }
    return weights;
  }

  private static RealVector newtonStep(
      List<Example> examples, double[] mean, double[] spread, RealVector beta) {
    int size = beta.getDimension();
    RealMatrix hessian = new Array2DRowRealMatrix(size, size);
    RealVector gradient = new ArrayRealVector(size);
    for (int j = 1; j < size; j++) {
      hessian.addToEntry(j, j, RIDGE);
      gradient.addToEntry(j, -RIDGE * beta.getEntry(j));
    }
    for (Example example : examples) {
      RealVector x = new ArrayRealVector(size);
      x.setEntry(0, 1);
      for (int j = 1; j < size; j++) {
        x.setEntry(j, (example.figures()[j - 1] - mean[j - 1]) / spread[j - 1]);
      }
      double p = 1 / (1 + Math.exp(-x.dotProduct(beta)));
      gradient = gradient.add(x.mapMultiply((example.leak() ? 1 : 0) - p));
      hessian = hessian.add(x.outerProduct(x).scalarMultiply(p * (1 - p) + 1e-9));
    }
    return new LUDecomposition(hessian).getSolver().solve(gradient);
  }

  /** Prints the error rates by kind, from a ten-fold cross-validation. */
  private static void report(List<Example> examples) {
    double[] probabilities = new double[examples.size()];
    for (int fold = 0; fold < 10; fold++) {
      int held = fold;
      List<Example> rest =
          IntStream.range(0, examples.size())
              .filter(i -> i % 10 != held)
              .mapToObj(examples::get)
              .toList();
      double[] weights = fit(rest);
      for (int i = fold; i < examples.size(); i += 10) {
        double logOdds = weights[0];
        for (int j = 1; j < weights.length; j++) {
          logOdds += weights[j] * examples.get(i).figures()[j - 1];
        }
        probabilities[i] = 1 / (1 + Math.exp(-logOdds));
      }
    }
    for (String kind : List.of("leak", "quiet", "pulse1", "pulse4", "external")) {
      double[] called =
          IntStream.range(0, probabilities.length)
              .filter(i -> examples.get(i).kind().equals(kind))
              .mapToDouble(i -> probabilities[i] > 0.5 ? 1 : 0)
              .toArray();
      System.out.println(
          "# cross-validated: %-8s %4d windows, called a leak %.3f"
              .formatted(kind, called.length, Arrays.stream(called).average().orElse(0)));
    }
  }
}
