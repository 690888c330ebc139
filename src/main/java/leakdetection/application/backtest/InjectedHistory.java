package leakdetection.application.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakdetection.spi.Interval;

/**
 * A trial made from a recorded history: its beginning trains, the rest is tested as it is and with
 * simulated leaks added.
 *
 * @param history the readings
 * @param trainUntil where the test part begins
 * @param suspect stretches of real, unexplained episodes in the test part
 * @param injection the leaks
 */
public record InjectedHistory(
    History history, Instant trainUntil, List<Interval> suspect, LeakInjection injection)
    implements TrialSource {

  private static final Duration LONGEST_TRAINING = Duration.ofDays(90);

  public InjectedHistory {
    Objects.requireNonNull(history);
    Objects.requireNonNull(trainUntil);
    Objects.requireNonNull(injection);
    suspect = List.copyOf(suspect);
  }

  /**
   * Returns where to end the training part when nobody says so: at half of the usable readings, 90
   * days after the first at the latest.
   *
   * @throws IllegalArgumentException with fewer than two usable readings
   */
  public static Instant usualTrainUntil(History history) {
    int[] usable = IntStream.range(0, history.length()).filter(history::isUsable).toArray();
    if (usable.length < 2) {
      throw new IllegalArgumentException(
          "%s has %d usable readings; at least 2 are needed."
              .formatted(history.name(), usable.length));
    }
    Instant half = history.time(usable[usable.length / 2]);
    Instant latest = history.time(usable[0]).plus(LONGEST_TRAINING);
    return half.isBefore(latest) ? half : latest;
  }

  @Override
  public String stream() {
    return history.name();
  }

  @Override
  public double weight() {
    return Math.max(1, history.length());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a part has too few readings, or no leak finds room
   */
  @Override
  public Trial load() {
    History training = history.before(stream() + "#train", trainUntil);
    History clean = history.from(stream() + "#0", trainUntil);
    if (training.length() == 0 || clean.length() == 0) {
      throw new IllegalArgumentException(
          "%s has %d readings before %s to learn from and %d after it to test on; both are needed."
              .formatted(stream(), training.length(), trainUntil, clean.length()));
    }
    boolean[] flags = new boolean[clean.length()];
    for (int i = 0; i < flags.length; i++) {
      Instant time = clean.time(i);
      flags[i] = suspect.stream().anyMatch(stretch -> stretch.contains(time));
    }
    SplittableRandom random = new SplittableRandom(injection.seed());
    return new Trial(
        stream(),
        training,
        clean,
        flags,
        new LeakPacking(clean, flags, random).pack(stream(), injection));
  }
}
