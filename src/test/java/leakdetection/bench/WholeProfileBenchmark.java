package leakdetection.bench;

import java.util.concurrent.TimeUnit;
import leakdetection.numerics.MatrixProfile;
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

/** The matrix profile of a whole baseline on two cores, window 144. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
public class WholeProfileBenchmark {

  @Param({"16384", "65536"})
  public int baseline;

  private WindowedSeries series;

  @Setup
  public void prepare() {
    series = WindowedSeries.of(GasSeries.ppmv(baseline, 1), 144);
  }

  @Benchmark
  public double profile() {
    return MatrixProfile.of(series, 36, 2).largestFinite();
  }
}
