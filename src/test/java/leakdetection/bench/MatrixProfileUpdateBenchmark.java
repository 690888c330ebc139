package leakdetection.bench;

import java.util.concurrent.TimeUnit;
import leakdetection.numerics.ProfileStream;
import leakdetection.numerics.WindowedSeries;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One reading appended and its exact profile distance, window 144, with the original's resets after
 * 288 readings and the stream's own exact re-summing.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
public class MatrixProfileUpdateBenchmark {

  private static final int WINDOW = 144;
  private static final int LIVE = 1 << 16;

  @Param({"1000", "4320", "16384", "65536"})
  public int baseline;

  private double[] live;
  private int next;
  private ProfileStream stream;

  @Setup
  public void prepare() {
    live = GasSeries.ppmv(LIVE, 2);
    stream =
        new ProfileStream(
            WindowedSeries.of(GasSeries.ppmv(baseline, 1), WINDOW), WINDOW / 4, 2 * WINDOW, true);
    for (int i = 0; i < WINDOW; i++) {
      stream.append(live[next++]);
    }
  }

  @Benchmark
  public double update() {
    if (stream.count() == 2 * WINDOW) {
      stream.rewind(WINDOW);
    }
    stream.append(live[next++ & LIVE - 1]);
    return stream.distance();
  }
}
