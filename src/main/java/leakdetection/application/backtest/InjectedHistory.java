package leakdetection.application.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
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
   * Returns where to end the training part when nobody says so: at half of the history, after 90
   * days at the latest.
   *
   * @throws IllegalArgumentException if the history is empty
   */
  public static Instant usualTrainUntil(History history) {
    if (history.length() == 0) {
      throw new IllegalArgumentException("%s has no readings.".formatted(history.name()));
    }
    Instant first = history.time(0);
    Duration half = Duration.between(first, history.time(history.length() - 1)).dividedBy(2);
    return first.plus(half.compareTo(LONGEST_TRAINING) < 0 ? half : LONGEST_TRAINING);
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
