package leakdetection.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import leakdetection.detectors.amsr.AmsrDetectorProvider;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One {@code amsr} assessment, with its share of a fit every 15 days on a full 90 days. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
public class AmsrBenchmark {

  /** Readings of 90 days: six fits. */
  private static final int READINGS = 12_960;

  private double[] live;
  private Detector detector;
  private Reading[] readings;
  private int next;

  @Setup(Level.Trial)
  public void prepare() {
    AmsrDetectorProvider provider = new AmsrDetectorProvider();
    detector =
        provider.create(
            new DetectorContext(
                new Series(GasSeries.ppmv(READINGS, 1), GasSeries.INTERVAL),
                provider.descriptor().settings(Map.of()),
                List.of()));
    live = GasSeries.ppmv(READINGS, 2);
  }

  @Setup(Level.Invocation)
  public void makeReadings() {
    readings = new Reading[READINGS];
    for (int i = 0; i < READINGS; i++) {
      readings[i] = GasSeries.reading(next++, live[i]);
    }
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public double assess() {
    double sum = 0;
    for (Reading reading : readings) {
      sum += detector.assess(reading).score();
    }
    return sum;
  }
}
