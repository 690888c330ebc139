package leakdetection.detectors.amsr;

import java.util.Arrays;
import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.numerics.Quantiles;
import leakdetection.numerics.ReturnLevel;
import leakdetection.spi.IncompatibleSnapshotException;

/*
 * Longer than most files: the reference, the fit and the score share the bins and the guard.
 */

/**
 * How far the floor of the last 12, 24 and 48 hours stands above the floors of the weeks before.
 *
 * <pre>
 * floor_h(t) = 0.2 quantile of the readings of the last h hours
 * b          = once per 6-hour bin, from the floors at the end of earlier bins: the 0.4 quantile of
 *              those 7 to 21 days ago, at least the 0.9 quantile of those 7 to 90 days ago
 * r_h        = (floor_h - b) / (c0 + b),   c0 = 4 median(x) + 10 ppmv
 * W_h        = u_h^l G_h^(1-l) (1 + 0.3 max(0, 1 - d/45)),   l = 0.35 min(1, d/45)
 * score      = max_h r_h / W_h;   1 is a warning, 1.2 critical
 * </pre>
 *
 * <p>u_h is the yearly level of r_h in the last 90 days, d how many days of it there are. From 48
 * hours before a score of 0.7 to the end of its bin nothing is learned. Needs 9 days of history.
 */
final class SlowChannel {

  /** Windows of the floors, hours. */
  static final int[] HOURS = {12, 24, 48};

  private static final double[] USUAL = {1.05, 0.85, 0.80};
  private static final int DAY = 1440;
  private static final int MEMORY = 90 * DAY;
  private static final double GUARD = 0.7;
  private static final int GUARD_BEFORE = 2 * DAY;
  private static final double SMALLEST_LEVEL = 0.05;
  private static final double FULL_DAYS = 45;
  private static final int FEWEST_SAMPLES = 8;
  private static final int LAST_SAMPLES = 32;

  private final Sampling sampling;
  private final ConfirmedNormal normal;
  private final int refitMinutes;
  private final SlidingFloor[] windows = new SlidingFloor[HOURS.length];
  private final FloorBins bins = new FloorBins(HOURS.length);

  /** Minutes of readings that nothing is learned from. */
  private final Ranges guarded = new Ranges();

  private final double[] floors = nan();
  private final double[] references = nan();
  private final double[] weights = nan();
  private int bin = Integer.MIN_VALUE;
  private boolean binGuarded;
  private double offset;

  /** The offset that the first fit brings: of the whole training, up to its last reading. */
  private double firstOffset;

  /** Time of the last fit; before the first one, the bin in which that is due. */
  private int lastFit;

  private boolean fitted;
  private double score;

  SlowChannel(Sampling sampling, ConfirmedNormal normal, int refitDays) {
    this.sampling = sampling;
    this.normal = normal;
    this.refitMinutes = refitDays * DAY;
    for (int scale = 0; scale < HOURS.length; scale++) {
      windows[scale] = new SlidingFloor(HOURS[scale], sampling);
    }
  }

  private static double[] nan() {
    double[] values = new double[HOURS.length];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /**
   * Begins the training, whose readings follow one by one.
   *
   * @param minutes times of the whole training
   * @param millis its values, 0.001 ppmv
   * @param firstLive time of the first reading after it; the first fit is in its bin
   */
  void begin(int[] minutes, int[] millis, int firstLive) {
    offset = offset(toPpmv(millis, 0), millis.length);
    int from = 0;
    while (from < minutes.length - 1 && minutes[from] < firstLive - MEMORY) {
      from++;
    }
    firstOffset = offset(toPpmv(millis, from), millis.length - from);
    lastFit = Math.floorDiv(firstLive, FloorBins.MINUTES);
  }

  private static double[] toPpmv(int[] millis, int from) {
    double[] values = new double[millis.length - from];
    for (int i = 0; i < values.length; i++) {
      values[i] = millis[from + i] / 1000.0;
    }
    return values;
  }

  private static double offset(double[] values, int count) {
    return 4 * Quantiles.median(values, count) + 10;
  }

  /** Takes in the newest reading of the history, and judges it once the training is over. */
  void update(ReadingHistory history) {
    int newest = history.size() - 1;
    int minute = history.minute(newest);
    int newBin = Math.floorDiv(minute, FloorBins.MINUTES);
    if (newBin != bin) {
      openBin(history, newBin, minute);
    }
    for (int scale = 0; scale < HOURS.length; scale++) {
      windows[scale].slide(history.minutes(), history.millis(), ReadingHistory.MASK, newest);
      floors[scale] = windows[scale].floor();
    }
    score = 0;
    if (fitted) {
      judge(minute);
    }
  }

  private void judge(int minute) {
    double best = Double.NEGATIVE_INFINITY;
    for (int scale = 0; scale < HOURS.length; scale++) {
      double part = part(scale);
      if (part > best) {
        best = part;
      }
    }
    score = best == Double.NEGATIVE_INFINITY ? 0 : best;
    if (score >= GUARD && !binGuarded) {
      guarded.add(minute - GUARD_BEFORE, (bin + 1) * FloorBins.MINUTES);
      binGuarded = true;
    }
  }

  /** Returns the part of one floor in the score of the newest reading; NaN where undefined. */
  double part(int scale) {
    return rise(scale) / weights[scale];
  }

  /** Returns how far one floor stands above its reference, relative; NaN where undefined. */
  double rise(int scale) {
    return (floors[scale] - references[scale]) / (offset + references[scale]);
  }

  private void openBin(ReadingHistory history, int newBin, int minute) {
    if (bins.count() > 0) {
      bins.close(history.minute(history.size() - 2), floors);
    }
    bin = newBin;
    binGuarded = false;
    for (int scale = 0; scale < HOURS.length; scale++) {
      references[scale] = reference(scale, minute);
    }
    if (fitted ? minute >= lastFit + refitMinutes : newBin >= lastFit) {
      fit(history, minute);
      guarded.forgetBefore(minute - MEMORY - DAY);
    }
    bins.open(newBin, offset, references);
  }

  private boolean isGuarded(int minute) {
    return guarded.contains(minute) && !normal.contains(minute);
  }

  private double reference(int scale, int now) {
    double[] samples = new double[FloorBins.CAPACITY];
    int count = samples(scale, now - 21 * DAY, now - 7 * DAY, samples);
    if (count < FEWEST_SAMPLES) {
      count = lastSamples(scale, now - 7 * DAY, samples);
    }
    if (count < FEWEST_SAMPLES) {
      return Double.NaN;
    }
    double reference = Math.max(0, Quantiles.quantile(samples, count, 0.4));
    count = samples(scale, now - MEMORY, now - 7 * DAY, samples);
    return count < FEWEST_SAMPLES
        ? reference
        : Math.max(reference, Quantiles.quantile(samples, count, 0.9));
  }

  /** Collects the learnable floors at the ends of the bins from one time to another. */
  private int samples(int scale, int from, int to, double[] samples) {
    int count = 0;
    for (int i = bins.count() - 1; i >= bins.oldest() && bins.lastMinute(i) >= from; i--) {
      float floor = bins.floor(i, scale);
      int minute = bins.lastMinute(i);
      if (minute <= to && !Float.isNaN(floor) && !isGuarded(minute)) {
        samples[count++] = floor;
      }
    }
    return count;
  }

  private int lastSamples(int scale, int before, double[] samples) {
    int count = 0;
    for (int i = bins.count() - 1; i >= bins.oldest() && count < LAST_SAMPLES; i--) {
      float floor = bins.floor(i, scale);
      int minute = bins.lastMinute(i);
      if (minute < before && !Float.isNaN(floor) && !isGuarded(minute)) {
        samples[count++] = floor;
      }
    }
    return count;
  }

  private void fit(ReadingHistory history, int now) {
    ReadingHistory.Unpacked readings = history.unpack(history.oldest());
    int[] minutes = readings.minutes();
    // Not the newest reading, which opened the bin.
    int end = minutes.length - 1;
    int begin = 0;
    while (begin < end && minutes[begin] < now - MEMORY) {
      begin++;
    }
    double[][] rises = new double[HOURS.length][end - begin];
    int[] counts = new int[HOURS.length];
    collect(readings, begin, end, rises, counts);
    ReturnLevel yearly = sampling.yearly();
    for (int scale = 0; scale < HOURS.length; scale++) {
      weights[scale] = weight(rises[scale], counts[scale], USUAL[scale], yearly);
    }
    offset = fitted ? learnedOffset(readings, begin, end) : firstOffset;
    fitted = true;
    lastFit = now;
  }

  private double learnedOffset(ReadingHistory.Unpacked readings, int begin, int end) {
    double[] values = new double[end - begin];
    int count = 0;
    for (int i = begin; i < end; i++) {
      if (!isGuarded(readings.minutes()[i])) {
        values[count++] = readings.millis()[i] / 1000.0;
      }
    }
    return count == 0 ? offset : offset(values, count);
  }

  private double weight(double[] rises, int count, double usual, ReturnLevel yearly) {
    double days = count / sampling.perDay();
    double missing = Math.max(0, 1 - days / FULL_DAYS);
    double own = 0.35 * Math.min(1, days / FULL_DAYS);
    double level = days > 2 ? Math.max(SMALLEST_LEVEL, yearly.of(rises, count)) : usual;
    return Math.pow(level, own) * Math.pow(usual, 1 - own) * (1 + 0.3 * missing);
  }

  /** Computes the learnable rises of the floors anew, with what was in force in each bin. */
  private void collect(
      ReadingHistory.Unpacked readings, int begin, int end, double[][] rises, int[] counts) {
    int[] minutes = readings.minutes();
    int index = bins.oldest();
    int warm = begin;
    while (warm > 0 && minutes[warm - 1] > minutes[begin] - GUARD_BEFORE) {
      warm--;
    }
    SlidingFloor[] again = new SlidingFloor[HOURS.length];
    for (int scale = 0; scale < HOURS.length; scale++) {
      again[scale] = new SlidingFloor(HOURS[scale], sampling);
      again[scale].clear(warm);
    }
    for (int i = warm; i < end; i++) {
      int binNumber = Math.floorDiv(minutes[i], FloorBins.MINUTES);
      while (index < bins.count() && bins.bin(index) < binNumber) {
        index++;
      }
      boolean learnable =
          i >= begin
              && index < bins.count()
              && bins.bin(index) == binNumber
              && !isGuarded(minutes[i]);
      for (int scale = 0; scale < HOURS.length; scale++) {
        again[scale].slide(minutes, readings.millis(), -1, i);
        if (learnable) {
          float reference = bins.reference(index, scale);
          double rise = (again[scale].floor() - reference) / (bins.offset(index) + reference);
          if (!Double.isNaN(rise)) {
            rises[scale][counts[scale]++] = rise;
          }
        }
      }
    }
  }

  double score() {
    return score;
  }

  /**
   * Returns the index in {@link #HOURS} of the floor with the largest part, -1 if all are
   * undefined.
   */
  int deciding() {
    int best = -1;
    for (int scale = 0; scale < HOURS.length; scale++) {
      if (part(scale) > (best < 0 ? Double.NEGATIVE_INFINITY : part(best))) {
        best = scale;
      }
    }
    return best;
  }

  double floor(int scale) {
    return floors[scale];
  }

  double reference(int scale) {
    return references[scale];
  }

  double offset() {
    return offset;
  }

  double[] weights() {
    return weights.clone();
  }

  void write(StateWriter state) {
    state
        .write(floors)
        .write(references)
        .write(weights)
        .write(bin)
        .write(binGuarded ? 1 : 0)
        .write(offset)
        .write(firstOffset)
        .write(lastFit)
        .write(fitted ? 1 : 0)
        .write(score)
        .write(guarded.bounds());
    bins.write(state);
  }

  void read(StateReader state, ReadingHistory history) throws IncompatibleSnapshotException {
    read(state, floors);
    read(state, references);
    read(state, weights);
    bin = state.readInt();
    binGuarded = state.readInt() == 1;
    offset = state.readDouble();
    firstOffset = state.readDouble();
    lastFit = state.readInt();
    fitted = state.readInt() == 1;
    score = state.readDouble();
    guarded.restore(state.readInts());
    bins.read(state);
    for (SlidingFloor window : windows) {
      window.refill(history);
    }
  }

  private static void read(StateReader state, double[] values)
      throws IncompatibleSnapshotException {
    double[] saved = state.readDoubles();
    if (saved.length != values.length) {
      throw state.refusal("holds %d floors instead of %d".formatted(saved.length, values.length));
    }
    System.arraycopy(saved, 0, values, 0, saved.length);
  }
}
