package leakdetection.domain.tsd;

import java.time.Instant;
import java.util.Objects;

/**
 * A reading as its source gives it, before anybody judged its quality.
 *
 * @param time when it was taken, UTC
 * @param ppmv methane concentration, ppmv; any double: sentinels, NaN and infinities included
 */
public record RawReading(Instant time, double ppmv) {

  public RawReading {
    Objects.requireNonNull(time, "A reading needs a time.");
  }
}
