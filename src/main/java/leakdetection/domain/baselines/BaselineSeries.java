package leakdetection.domain.baselines;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The readings of a baseline.
 *
 * @param ppmv [n], ppmv, oldest first; NaN where two recordings were joined
 * @param interval time between two readings, whole seconds, positive
 */
public record BaselineSeries(double[] ppmv, Duration interval) {

  /** How long a baseline may grow: 455 days at 10 minutes. */
  public static final int MAX_LENGTH = 65_536;

  /** Where readings are further apart, the series has a junction. */
  public static final Duration GAP = Duration.ofHours(2);

  /**
   * @throws IllegalArgumentException if there are no readings or the interval is not positive
   */
  public BaselineSeries {
    if (ppmv.length == 0) {
      throw new IllegalArgumentException("A baseline needs readings.");
    }
    if (interval.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "The sampling interval (%s) of a baseline must be at least a second."
              .formatted(interval));
    }
  }

  /**
   * Returns this series with another one behind it, NaN between them so that no window spans the
   * junction. What is beyond {@value #MAX_LENGTH} readings is cut off at the old end.
   *
   * @param more [k], ppmv
   */
  public BaselineSeries followedBy(double[] more) {
    double[] joined = Arrays.copyOf(ppmv, ppmv.length + 1 + more.length);
    joined[ppmv.length] = Double.NaN;
    System.arraycopy(more, 0, joined, ppmv.length + 1, more.length);
    int from = Math.max(0, joined.length - MAX_LENGTH);
    return new BaselineSeries(Arrays.copyOfRange(joined, from, joined.length), interval);
  }

  /**
   * Returns this series without a piece that once followed it, and without the junction before it;
   * empty if it does not hold the piece, or nothing else.
   *
   * @param piece [k], ppmv, as it was given to {@link #followedBy}
   */
  public Optional<BaselineSeries> without(double[] piece) {
    for (int end = ppmv.length; piece.length > 0 && end > piece.length; end--) {
      int begin = end - piece.length;
      if (Double.isNaN(ppmv[begin - 1])
          && Arrays.equals(ppmv, begin, end, piece, 0, piece.length)) {
        return removed(begin - 1, end);
      }
    }
    return Optional.empty();
  }

  private Optional<BaselineSeries> removed(int from, int to) {
    double[] rest = new double[ppmv.length - (to - from)];
    System.arraycopy(ppmv, 0, rest, 0, from);
    System.arraycopy(ppmv, to, rest, from, ppmv.length - to);
    return rest.length == 0 ? Optional.empty() : Optional.of(new BaselineSeries(rest, interval));
  }

  /** Returns the mean of the readings that are there, ppmv. */
  public double mean() {
    return Arrays.stream(ppmv).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /** Returns the population variance of the readings that are there, ppmv squared. */
  public double variance() {
    double mean = mean();
    return Arrays.stream(ppmv)
        .filter(Double::isFinite)
        .map(value -> (value - mean) * (value - mean))
        .average()
        .orElse(Double.NaN);
  }
}
