package leakdetection.domain.tsd;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A reading as its source gives it, before anybody judged its quality.
 *
 * <p>Time and value are kept as the tables can hold them, so that a repeated reading is recognised:
 * what is finer than a microsecond is cut off, and there is one zero.
 *
 * @param time when it was taken, UTC
 * @param ppmv methane concentration, ppmv; any double: sentinels, NaN and infinities included
 */
public record RawReading(Instant time, double ppmv) {

  public RawReading {
    Objects.requireNonNull(time, "A reading needs a time.");
    time = time.truncatedTo(ChronoUnit.MICROS);
    ppmv = ppmv + 0.0; // makes 0.0 of -0.0
  }
}
