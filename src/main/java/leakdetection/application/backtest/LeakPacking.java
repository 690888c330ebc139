package leakdetection.application.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakdetection.domain.simulation.SensorResponse;

/**
 * Lays leaks one after another into copies of a test part: a day of quiet at least before each, no
 * leak where most readings are missing or where an unexplained episode is.
 */
final class LeakPacking {

  /** How long after the release stopped an alarm still counts. */
  private static final Duration TAIL = Duration.ofHours(12);

  private static final double ONSET_PPMV = 10;
  private static final long QUIET = Duration.ofDays(1).toMillis();
  private static final long MOST_FURTHER_QUIET = Duration.ofDays(2).toMillis();

  /** Share of a leak's time that readings must cover. */
  private static final double FILLED = 0.8;

  /** Share of the steps between readings that counts as usual, longer ones being gaps. */
  private static final double USUAL = 0.9;

  private final History clean;
  private final Duration step;
  private final long[] coveredBefore;
  private final int[] suspectBefore;
  private final SplittableRandom random;

  LeakPacking(History clean, boolean[] suspect, SplittableRandom random) {
    this.clean = clean;
    this.step = clean.interval();
    this.random = random;
    this.coveredBefore = coverage(clean);
    this.suspectBefore = new int[clean.length() + 1];
    for (int i = 0; i < clean.length(); i++) {
      suspectBefore[i + 1] = suspectBefore[i] + (suspect[i] ? 1 : 0);
    }
  }

  /**
   * Returns the copies with all leaks that find room, in the order of a random shuffle.
   *
   * @param stream begins the names of the copies and leaks
   * @throws IllegalArgumentException if no leak finds room
   */
  List<LeakyCopy> pack(String stream, LeakInjection injection) {
    Deque<Wish> wishes = new ArrayDeque<>(shuffledWishes(injection));
    List<LeakyCopy> copies = new ArrayList<>();
    while (!wishes.isEmpty()) {
      LeakyCopy copy = fill(stream + "#" + (copies.size() + 1), wishes);
      if (copy.leaks().isEmpty()) {
        // Nothing fits an empty copy at this place of the shuffle: the longest can go nowhere.
        wishes.poll();
      } else {
        copies.add(copy);
      }
    }
    if (copies.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is too short or has too many gaps for leaks: readings cover %d h from %s to %s."
              .formatted(
                  clean.name(),
                  Duration.ofMillis(coveredBefore[clean.length()]).toHours(),
                  clean.time(0),
                  clean.time(clean.length() - 1)));
    }
    return copies;
  }

  private LeakyCopy fill(String series, Deque<Wish> wishes) {
    double[] ppmv = clean.ppmv().clone();
    List<InjectedLeak> leaks = new ArrayList<>();
    long last = clean.times()[clean.length() - 1];
    long cursor = clean.times()[0] + QUIET + random.nextLong(MOST_FURTHER_QUIET);
    while (!wishes.isEmpty()) {
      Wish wish = wishes.peek();
      long stop = cursor + wish.shape().release(wish.duration()).toMillis();
      long end = stop + TAIL.toMillis();
      if (end > last) {
        break;
      }
      if (!hasRoom(cursor, end)) {
        cursor += QUIET;
        continue;
      }
      double[] curve = wish.shape().curve(wish.duration(), TAIL, step, random);
      String name = "%s-%d".formatted(series.replace('#', '-'), leaks.size());
      leaks.add(add(ppmv, wish.peakPpmv(), curve, name, cursor, end));
      wishes.poll();
      cursor = end + QUIET + random.nextLong(MOST_FURTHER_QUIET);
    }
    return new LeakyCopy(new History(series, clean.times(), ppmv), leaks);
  }

  private InjectedLeak add(
      double[] ppmv, double peak, double[] curve, String name, long start, long end) {
    double visible = Math.min(ONSET_PPMV, peak / 2);
    long onset = start;
    boolean began = false;
    for (int i = clean.firstFrom(start); i < ppmv.length && clean.times()[i] <= end; i++) {
      int at = (int) ((clean.times()[i] - start) / step.toMillis());
      double added = at < curve.length ? peak * curve[at] : 0;
      if (clean.isUsable(i) && added > 0) {
        ppmv[i] = Math.min(SensorResponse.STANDARD.saturation(), ppmv[i] + added);
      }
      if (!began && added > visible) {
        onset = clean.times()[i];
        began = true;
      }
    }
    return new InjectedLeak(
        name,
        peak,
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(onset),
        Instant.ofEpochMilli(end));
  }

  private boolean hasRoom(long start, long end) {
    int first = clean.firstFrom(start);
    int last = clean.firstFrom(end);
    return coveredBefore[last] - coveredBefore[first] >= FILLED * (end - start)
        && suspectBefore[last] == suspectBefore[first];
  }

  /**
   * Returns how much time, ms, the usable readings before each row cover: the step to the reading
   * before, but no longer than nine in ten steps are, so that gaps count little and an irregular
   * sensor is not taken for full of gaps.
   */
  private static long[] coverage(History history) {
    long[] times = history.times();
    long[] steps =
        IntStream.range(1, times.length).mapToLong(i -> times[i] - times[i - 1]).sorted().toArray();
    long usual = steps[(int) (USUAL * (steps.length - 1))];
    long[] covered = new long[times.length + 1];
    long last = times[0];
    for (int i = 0; i < times.length; i++) {
      boolean isUsable = history.isUsable(i);
      covered[i + 1] = covered[i] + (isUsable ? Math.min(usual, times[i] - last) : 0);
      last = isUsable ? times[i] : last;
    }
    return covered;
  }

  private List<Wish> shuffledWishes(LeakInjection injection) {
    List<Wish> wishes = new ArrayList<>();
    int kinds = injection.shapes().size() * injection.durations().size();
    for (double peak : injection.peaksPpmv()) {
      int first = random.nextInt(kinds);
      for (int i = 0; i < injection.leaksPerPeak(); i++) {
        int kind = (first + i) % kinds;
        wishes.add(
            new Wish(
                peak,
                injection.durations().get(kind / injection.shapes().size()),
                injection.shapes().get(kind % injection.shapes().size())));
      }
    }
    for (int i = wishes.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      wishes.set(i, wishes.set(other, wishes.get(i)));
    }
    return wishes;
  }

  /** A leak that is to be placed. */
  private record Wish(double peakPpmv, Duration duration, LeakShape shape) {}
}
