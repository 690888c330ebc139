package leakdetection.presentation.web;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Made-up readings at 10 minutes, as the CSV that is imported. */
public final class Readings {

  private static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");

  private Readings() {}

  /** Returns quiet readings: a daily wave with a little noise. */
  public static String quiet(int from, int count) {
    SplittableRandom random = new SplittableRandom(from);
    return csv(
        from, count, i -> 30 + 5 * Math.sin(2 * Math.PI * i / 144) + random.nextDouble(-1, 1));
  }

  /** Returns readings that hardly rise above one value. */
  public static String flat(int from, int count, double ppmv) {
    return csv(from, count, i -> ppmv + 0.001 * i);
  }

  private static String csv(int from, int count, IntToDoubleFunction ppmv) {
    StringBuilder csv = new StringBuilder(",Time,Values\n");
    for (int i = from; i < from + count; i++) {
      csv.append(i)
          .append(',')
          .append(BEGIN.plus(Duration.ofMinutes(10L * i)))
          .append(',')
          .append(ppmv.applyAsDouble(i))
          .append('\n');
    }
    return csv.toString();
  }
}
