package leakdetection.detectors.matrixprofile;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.numerics.ProfileStream;
import leakdetection.spi.Assessment;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Explanation;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Reading;

/**
 * Scores a reading by how far the window that ends with it is from its nearest window in the
 * baseline and the live readings before it: 100 % is the largest such distance within the baseline.
 *
 * <p>Undefined during the first window after the start and after a gap. When the live readings
 * reach the reset limit, all but the last window are forgotten before the next one.
 */
final class MatrixProfileDetector implements Detector {

  private final ProfiledBaseline baseline;
  private final ProfileStream stream;
  private final int resetAfter;
  private final Duration interval;
  private final Duration longestGap;
  private Instant last = Instant.MIN;
  private double score = Double.NaN;

  /**
   * @param stream begins behind the baseline and has room for {@code resetAfter} readings
   * @param resetAfter live readings after which all but the last window are forgotten
   * @param interval of the baseline
   * @param longestGap between readings; a longer one begins a new window
   */
  MatrixProfileDetector(
      ProfiledBaseline baseline,
      ProfileStream stream,
      int resetAfter,
      Duration interval,
      Duration longestGap) {
    this.baseline = baseline;
    this.stream = stream;
    this.resetAfter = resetAfter;
    this.interval = interval;
    this.longestGap = longestGap;
  }

  @Override
  public Assessment assess(Reading reading) {
    if (!reading.time().isAfter(last)) {
      throw new IllegalArgumentException(
          "The reading at %s must be later than the last one at %s."
              .formatted(reading.time(), last));
    }
    if (stream.count() > 0 && reading.time().isAfter(last.plus(longestGap))) {
      stream.clear();
    }
    last = reading.time();
    double distance = distance(reading.ppmv());
    score = stream.count() <= window() ? Double.NaN : 100 * distance / baseline.discord();
    return new Assessment(score);
  }

  /** Appends a reading and returns its profile distance; NaN while it is not needed. */
  private double distance(double ppmv) {
    if (stream.count() >= resetAfter) {
      stream.rewind(window());
    }
    stream.append(ppmv);
    return stream.count() <= window() ? Double.NaN : stream.distance();
  }

  @Override
  public Optional<Explanation> explain() {
    int nearest = Double.isFinite(score) ? stream.nearest() : -1;
    if (nearest < 0) {
      return Optional.empty();
    }
    String source = source(nearest);
    List<Double> expected = Arrays.stream(stream.window(nearest)).boxed().toList();
    String summary =
        "The last %d readings are %.1f ppmv (Euclidean distance) from the most similar stretch known; the most unusual stretch of the baseline is %.1f ppmv from its own."
            .formatted(window(), score / 100 * baseline.discord(), baseline.discord());
    return Optional.of(new Explanation(summary, source, expected, Map.of("matrix profile", score)));
  }

  private String source(int index) {
    int length = baseline.series().length();
    if (index + window() <= length) {
      return "baseline %d..%d".formatted(index, index + window() - 1);
    }
    int behind = length + stream.count() - window() - index;
    Instant end = last.minus(interval.multipliedBy(behind));
    return "live readings until about %s%s"
        .formatted(end, index < length ? ", joined to the end of the baseline" : "");
  }

  private int window() {
    return baseline.series().window();
  }

  @Override
  public DetectorSnapshot snapshot() {
    return new StateWriter()
        .write(window())
        .write(last)
        .write(score)
        .write(stream.live())
        .snapshot(MatrixProfileDetectorProvider.DESCRIPTOR, last);
  }

  /** Takes over a state: its live readings are replayed, so the distances come out the same. */
  void read(StateReader state) throws IncompatibleSnapshotException {
    int window = state.readInt();
    Instant time = state.readInstant();
    double lastScore = state.readDouble();
    double[] live = state.readDoubles();
    state.end();
    if (window != window() || live.length > resetAfter) {
      throw state.refusal(
          "has windows of %d and %d live readings, but the settings ask for windows of %d and at most %d"
              .formatted(window, live.length, window(), resetAfter));
    }
    last = time;
    score = lastScore;
    for (double ppmv : live) {
      stream.append(ppmv);
    }
  }
}
