package leakdetection.detectors.randomcutforest;

import com.amazon.randomcutforest.RandomCutForest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.spi.Assessment;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Explanation;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Reading;

/**
 * Scores a reading by the part of the forest's anomaly score that is due to values higher than
 * expected, in percent of what the baseline exceeds about once a year.
 *
 * <p>Undefined until one point of readings is full, at the start and after a gap. Every {@value
 * #CHECKPOINT} readings the forest is written to bytes and grown from them again; a snapshot is
 * those bytes and the readings since, so that a restored detector continues bit for bit.
 */
final class RandomCutForestDetector implements Detector {

  /** A week at 10 minutes. */
  private static final int CHECKPOINT = 1008;

  private static final byte[] NONE = {};

  private final TrainedForest trained;
  private final int shingle;
  private final long seed;
  private final Duration interval;
  private final Duration longestGap;
  private RandomCutForest forest;

  /** The forest at the last checkpoint; empty before the first one. */
  private byte[] checkpoint = NONE;

  private int checkpoints;

  /** Readings since the checkpoint, ppmv. */
  private final float[] recent = new float[CHECKPOINT];

  private int recentCount;
  private int sinceGap;
  private Instant last = Instant.MIN;
  private double[] parts = {};

  RandomCutForestDetector(DetectorContext context, TrainedForest trained) {
    this.trained = trained;
    this.shingle = context.settings().integer("shingle");
    this.seed = context.settings().integer("seed");
    this.interval = context.baseline().interval();
    Duration gap = Duration.ofMillis(Math.round(context.settings().number("maxGap") * 60_000));
    Duration three = interval.multipliedBy(3);
    this.longestGap = gap.compareTo(three) < 0 ? three : gap;
    try {
      this.forest = grow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RandomCutForest grow() throws IOException {
    return ForestState.read(checkpoints == 0 ? trained.state() : checkpoint, seed + checkpoints);
  }

  @Override
  public Assessment assess(Reading reading) {
    if (!reading.time().isAfter(last)) {
      throw new IllegalArgumentException(
          "The reading at %s must be later than the last one at %s."
              .formatted(reading.time(), last));
    }
    if (last != Instant.MIN && reading.time().isAfter(last.plus(longestGap))) {
      sinceGap = 0;
    }
    last = reading.time();
    if (recentCount == CHECKPOINT) {
      regrow();
    }
    float[] value = {(float) reading.ppmv()};
    recent[recentCount++] = value[0];
    sinceGap = Math.min(sinceGap + 1, shingle);
    double score = Double.NaN;
    parts = new double[0];
    if (sinceGap == shingle) {
      parts = forest.getAnomalyAttribution(value).high;
      score = 100 * Arrays.stream(parts).sum() / trained.reference();
    }
    forest.update(value);
    return new Assessment(score);
  }

  private void regrow() {
    checkpoint = ForestState.write(forest);
    checkpoints++;
    recentCount = 0;
    try {
      forest = grow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Explanation> explain() {
    if (parts.length == 0) {
      return Optional.empty();
    }
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = parts.length - 1; i >= 0; i--) {
      Duration ago = interval.multipliedBy(parts.length - 1L - i);
      String name = ago.isZero() ? "the reading" : "%d min before".formatted(ago.toMinutes());
      named.put(name, 100 * parts[i] / trained.reference());
    }
    return Optional.of(
        new Explanation(
            "The last %d readings are higher than what the forest holds.".formatted(shingle),
            "%d trees".formatted(forest.getNumberOfTrees()),
            List.of(),
            named));
  }

  @Override
  public DetectorSnapshot snapshot() {
    StateWriter state = new StateWriter();
    state.write(last).write(sinceGap).write(checkpoints).write(checkpoint);
    state.write(Arrays.copyOf(recent, recentCount));
    return state.snapshot(RandomCutForestDetectorProvider.DESCRIPTOR, last);
  }

  /** Takes over a state: the forest of its checkpoint, and the readings since. */
  void read(StateReader state) throws IncompatibleSnapshotException {
    last = state.readInstant();
    sinceGap = state.readInt();
    checkpoints = state.readInt();
    checkpoint = state.readBytes();
    float[] readings = state.readFloats();
    state.end();
    if (readings.length > CHECKPOINT) {
      throw state.refusal("holds %d readings, more than a week".formatted(readings.length));
    }
    try {
      forest = grow();
    } catch (IOException | RuntimeException e) {
      throw state.refusal("holds no forest: " + e.getMessage());
    }
    for (float reading : readings) {
      recent[recentCount++] = reading;
      forest.update(new float[] {reading});
    }
  }
}
