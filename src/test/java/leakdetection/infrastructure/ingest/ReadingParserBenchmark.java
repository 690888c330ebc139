package leakdetection.infrastructure.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import leakdetection.application.demo.DemoFiles;
import leakdetection.domain.fields.Field;
import leakdetection.domain.tsd.ReadingParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one row of a reading file takes, from text to reading. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingParserBenchmark {

  private static final int ROWS = 4_320;

  private final ReadingParser parser = new FieldReadingParsers().of(Field.TRESTAKK);
  private final String text = DemoFiles.of(DemoFiles.SEED).get("mock/tsd/19XT2116.csv");
  private long count;
  private double sum;

  /** Reads 30 days of a demo sensor. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double row() throws IOException {
    count = 0;
    parser.read(
        new StringReader(text),
        line -> {
          count++;
          sum += line.reading().ppmv();
        },
        malformed -> count = Long.MIN_VALUE);
    if (count != ROWS) {
      throw new IllegalStateException("Expected %d rows, read %d.".formatted(ROWS, count));
    }
    return sum;
  }
}
