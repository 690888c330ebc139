package example.rise;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import leakdetection.spi.Assessment;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Explanation;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;
import leakdetection.spi.UnusableBaselineException;

/**
 * Scores how far a reading lies above the lowest one of the time before it. Undefined without an
 * earlier reading in that time. Not thread-safe: the host calls one method at a time.
 */
final class RiseDetector implements Detector {

  private static final int FEWEST_READINGS = 144;

  /** Bytes of one reading in a snapshot: seconds, nanoseconds, ppmv. */
  private static final int READING_BYTES = Long.BYTES + Integer.BYTES + Double.BYTES;

  private final Duration span;
  private final double criticalRise;
  private final Deque<Reading> recent = new ArrayDeque<>();
  private double lastScore = Double.NaN;

  RiseDetector(DetectorContext context) {
    span = Duration.ofMinutes(context.settings().integer("minutes"));
    criticalRise = context.settings().number("margin") * largestRise(context.baseline(), span);
  }

  @Override
  public Assessment assess(Reading reading) {
    if (!recent.isEmpty() && !reading.time().isAfter(recent.getLast().time())) {
      throw new IllegalArgumentException(
          "The reading at %s must be later than the last one, at %s."
              .formatted(reading.time(), recent.getLast().time()));
    }
    Instant earliest = reading.time().minus(span);
    while (!recent.isEmpty() && recent.getFirst().time().isBefore(earliest)) {
      recent.removeFirst();
    }
    lastScore =
        recent.isEmpty() ? Double.NaN : 100 * Math.max(0, riseTo(reading.ppmv())) / criticalRise;
    recent.addLast(reading);
    return new Assessment(lastScore);
  }

  @Override
  public Optional<Explanation> explain() {
    if (Double.isNaN(lastScore)) {
      return Optional.empty();
    }
    return Optional.of(
        new Explanation(
            "Within %d min the concentration rose by %.1f ppmv; %.1f ppmv is critical."
                .formatted(span.toMinutes(), lastScore * criticalRise / 100, criticalRise),
            "largest rise of the baseline",
            List.of(),
            Map.of("rise", lastScore)));
  }

  @Override
  public DetectorSnapshot snapshot() {
    ByteBuffer state = ByteBuffer.allocate(recent.size() * READING_BYTES + Long.BYTES);
    for (Reading reading : recent) {
      state.putLong(reading.time().getEpochSecond());
      state.putInt(reading.time().getNano());
      state.putDouble(reading.ppmv());
    }
    state.putLong(checksum(state.array(), state.position()));
    DetectorDescriptor detector = RiseDetectorProvider.DESCRIPTOR;
    Instant asOf = recent.isEmpty() ? Instant.MIN : recent.getLast().time();
    return new DetectorSnapshot(detector.id(), detector.stateVersion(), asOf, state.array());
  }

  /** Takes over the readings of a snapshot; a damaged one is refused as a whole. */
  void continueFrom(DetectorSnapshot snapshot) throws IncompatibleSnapshotException {
    DetectorDescriptor detector = RiseDetectorProvider.DESCRIPTOR;
    byte[] bytes = snapshot.state();
    int length = bytes.length - Long.BYTES;
    boolean isOurs =
        snapshot.detectorId().equals(detector.id())
            && snapshot.stateVersion() == detector.stateVersion();
    if (!isOurs || length < 0 || length % READING_BYTES != 0) {
      throw new IncompatibleSnapshotException(
          snapshot + " is not one of detector rise, version 1.");
    }
    ByteBuffer state = ByteBuffer.wrap(bytes);
    if (state.getLong(length) != checksum(bytes, length)) {
      throw new IncompatibleSnapshotException(snapshot + " is damaged: its checksum differs.");
    }
    while (state.position() < length) {
      Instant time = Instant.ofEpochSecond(state.getLong(), state.getInt());
      recent.addLast(new Reading(time, state.getDouble()));
    }
  }

  private double riseTo(double ppmv) {
    return ppmv - recent.stream().mapToDouble(Reading::ppmv).min().orElse(ppmv);
  }

  private static double largestRise(Series baseline, Duration span) {
    int steps = (int) Math.max(1, span.toMillis() / baseline.interval().toMillis());
    double[] ppmv = baseline.ppmv();
    double largest = 0;
    int readings = 0;
    for (int i = 0; i < ppmv.length; i++) {
      // Not a number means that a reading is missing; it compares as false with anything.
      readings += Double.isNaN(ppmv[i]) ? 0 : 1;
      for (int j = Math.max(0, i - steps); j < i; j++) {
        largest = ppmv[i] - ppmv[j] > largest ? ppmv[i] - ppmv[j] : largest;
      }
    }
    if (readings < FEWEST_READINGS || largest == 0) {
      throw new UnusableBaselineException(
          "The baseline has %d readings and rises by at most %s ppmv; detector rise needs %d readings and a rise."
              .formatted(readings, largest, FEWEST_READINGS));
    }
    return largest;
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}
