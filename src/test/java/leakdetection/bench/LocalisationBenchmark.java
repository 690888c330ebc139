package leakdetection.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import leakdetection.domain.estimation.BayesEstimator;
import leakdetection.domain.estimation.CorrelationEstimator;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.estimation.SensorReadings;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.CompatiblePlumeModel;
import leakdetection.domain.simulation.DetectionLimit;
import leakdetection.domain.simulation.DetectionLimitMap;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.MapGrid;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.RateAwarePlumeModel;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One candidate over 145 currents on one thread; estimations of 16 candidates, 4 sensors and 144
 * readings and a detection-limit map of 50 x 50 points on two.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LocalisationBenchmark {

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int READINGS = 144;
  private static final Site SITE = Site.open(30, SeaWater.STANDARD);
  private static final PlumeModel COMPATIBLE = new CompatiblePlumeModel();
  private static final PlumeModel RATE_AWARE = new RateAwarePlumeModel();

  private final List<Position> sensors =
      List.of(
          new Position(-4.5, -4.2, 4),
          new Position(-4.3, 4.6, 3.5),
          new Position(4.4, -4.8, 4.2),
          new Position(4.7, 4.5, 3.8));
  private Currents currents;
  private EstimationTask task;
  private ExecutorService helper;

  /** Makes a sea that turns twice a day, and a leak at the first of 16 candidates. */
  @Setup
  public void prepare() {
    Random random = new Random(7);
    double[] east = new double[READINGS + 1];
    double[] north = new double[READINGS + 1];
    for (int i = 0; i <= READINGS; i++) {
      double phase = 4 * Math.PI * i / READINGS;
      east[i] = 0.09 * Math.sin(phase) + 0.01 * random.nextGaussian();
      north[i] = 0.07 * Math.cos(phase) + 0.01 * random.nextGaussian();
    }
    currents = Currents.ofComponents(east, north, null, STEP);
    List<Leak> candidates = new ArrayList<>();
    double[] heights = {1.4, 2.5, 3.7};
    for (int k = 0; k < 16; k++) {
      Position position = new Position(-3 + 2 * (k % 4), -3 + 2 * (k / 4), heights[k % 3]);
      candidates.add(Leak.lasting("L" + k, 1e-3, position));
    }
    List<SensorReadings> readings = new ArrayList<>();
    for (int s = 0; s < sensors.size(); s++) {
      double[] ppmv = simulated(COMPATIBLE, candidates.get(0), sensors.get(s));
      for (int i = 0; i < ppmv.length; i++) {
        ppmv[i] = 0.3 * ppmv[i] + 30 + 5 * Math.sin(i / 20.0 + s) + random.nextGaussian();
      }
      readings.add(new SensorReadings("S" + s, sensors.get(s), ppmv));
    }
    task =
        new EstimationTask(
            SITE, candidates, readings, currents, Optional.empty(), STEP, SensorResponse.STANDARD);
    helper = Executors.newSingleThreadExecutor();
  }

  /** Ends the helping thread. */
  @TearDown
  public void tearDown() {
    helper.shutdownNow();
  }

  private double[] simulated(PlumeModel model, Leak leak, Position sensor) {
    return SensorResponse.STANDARD.apply(
        model.concentrations(leak, sensor, currents, Optional.empty(), SITE), STEP);
  }

  @Benchmark
  public double[] candidateCompatible() {
    return simulated(COMPATIBLE, task.candidates().get(0), sensors.get(3));
  }

  @Benchmark
  public double[] candidateRateAware() {
    return simulated(RATE_AWARE, task.candidates().get(0), sensors.get(3));
  }

  @Benchmark
  public Estimation bayesCompatible() {
    return new BayesEstimator().estimate(task, COMPATIBLE, helper);
  }

  @Benchmark
  public Estimation bayesRateAware() {
    return new BayesEstimator().estimate(task, RATE_AWARE, helper);
  }

  @Benchmark
  public Estimation correlation() {
    return new CorrelationEstimator().estimate(task, RATE_AWARE, helper);
  }

  @Benchmark
  public List<DetectionLimit> map() {
    return new DetectionLimitMap(
            SITE, sensors, currents, Optional.empty(), SensorResponse.STANDARD, 50)
        .compute(new MapGrid(-6, 6, 50, -6, 6, 50, 1.4), RATE_AWARE, helper);
  }
}
