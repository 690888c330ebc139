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

  /** The score that is critical. */
  static final double CRITICAL = 1.2;

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
  private final Tolerance tolerance;
  private final int refitMinutes;
  private final SlidingFloor[] windows = new SlidingFloor[HOURS.length];
  private final FloorBins bins = new FloorBins(HOURS.length);

  /** Minutes of readings that nothing is learned from. */
  private final Ranges guarded = new Ranges();

  private final double[] floors = nan();
  private final double[] references = nan();

  /** Largest rises in the open bin. */
  private final double[] peaks = {-1, -1, -1};

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
    this.tolerance = new Tolerance(normal, HOURS.length);
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
      double rise = rise(scale);
      tolerance.note(minute, scale, rise);
      if (rise > peaks[scale]) {
        peaks[scale] = rise;
      }
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
    return rise(scale) / tolerance.weight(scale, weights[scale], CRITICAL);
  }

  /** Returns how far one floor stands above its reference, relative; NaN where undefined. */
  double rise(int scale) {
    return (floors[scale] - references[scale]) / (offset + references[scale]);
  }

  private void openBin(ReadingHistory history, int newBin, int minute) {
    if (bins.count() > 0) {
      bins.close(history.minute(history.size() - 2), floors, peaks);
      Arrays.fill(peaks, -1);
    }
    bin = newBin;
    binGuarded = false;
    refer(minute);
    if (fitted ? minute >= lastFit + refitMinutes : newBin >= lastFit) {
      fit(history, minute);
      guarded.forgetBefore(minute - MEMORY - DAY);
      tolerance.forgetAt(minute);
    }
    bins.open(newBin, offset, references);
  }

  private boolean isGuarded(int minute) {
    return guarded.contains(minute) && !normal.contains(minute);
  }

  /** Finds the references of a new bin that begins now. */
  private void refer(int now) {
    int[] usable = new int[FloorBins.CAPACITY];
    int count = 0;
    int recent = 0;
    for (int i = bins.count() - 1; i >= bins.oldest(); i--) {
      int minute = bins.lastMinute(i);
      if (minute <= now - 7 * DAY && !isGuarded(minute)) {
        usable[count++] = i;
        recent = minute >= now - 21 * DAY ? count : recent;
      }
    }
    int remembered = count;
    while (remembered > 0 && bins.lastMinute(usable[remembered - 1]) < now - MEMORY) {
      remembered--;
    }
    double[] samples = new double[count];
    for (int scale = 0; scale < HOURS.length; scale++) {
      references[scale] = reference(scale, usable, count, recent, remembered, samples);
    }
  }

  /**
   * Returns the reference of one scale.
   *
   * @param usable bins that may be learned from, newest first
   * @param count how many
   * @param recent how many of them ended in the last 21 days
   * @param remembered how many of them ended in the last 90 days
   * @param samples room for as many floors
   */
  private double reference(
      int scale, int[] usable, int count, int recent, int remembered, double[] samples) {
    int found = samples(scale, usable, recent, recent, samples);
    if (found < FEWEST_SAMPLES) {
      found = samples(scale, usable, count, LAST_SAMPLES, samples);
    }
    if (found < FEWEST_SAMPLES) {
      return Double.NaN;
    }
    double reference = Math.max(0, Quantiles.quantile(samples, found, 0.4));
    found = samples(scale, usable, remembered, remembered, samples);
    if (found < FEWEST_SAMPLES) {
      return reference;
    }
    return Math.max(reference, Quantiles.quantileNear(samples, found, 0.9, references[scale]));
  }

  /** Collects the defined floors of the first usable bins, at most so many. */
  private int samples(int scale, int[] usable, int first, int most, double[] samples) {
    int found = 0;
    for (int i = 0; i < first && found < most; i++) {
      float floor = bins.floor(usable[i], scale);
      if (!Float.isNaN(floor)) {
        samples[found++] = floor;
      }
    }
    return found;
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
    ReturnLevel yearly = sampling.yearly();
    boolean[] learnable = learnable(minutes, begin, end);
    for (int scale = 0; scale < HOURS.length; scale++) {
      SlidingFloor again = new SlidingFloor(HOURS[scale], sampling);
      FloorRises rises = new FloorRises(readings, begin, learnable, bins, scale, again);
      weights[scale] = weight(rises, USUAL[scale], yearly);
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

  private boolean[] learnable(int[] minutes, int begin, int end) {
    boolean[] learnable = new boolean[end - begin];
    for (int i = begin; i < end; i++) {
      learnable[i - begin] = !isGuarded(minutes[i]);
    }
    return learnable;
  }

  private double weight(FloorRises rises, double usual, ReturnLevel yearly) {
    double days = rises.count() / sampling.perDay();
    double missing = Math.max(0, 1 - days / FULL_DAYS);
    double own = 0.35 * Math.min(1, days / FULL_DAYS);
    double level = days > 2 ? Math.max(SMALLEST_LEVEL, rises.level(yearly)) : usual;
    return Math.pow(level, own) * Math.pow(usual, 1 - own) * (1 + 0.3 * missing);
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
        .write(peaks)
        .write(weights)
        .write(bin)
        .write(binGuarded ? 1 : 0)
        .write(offset)
        .write(firstOffset)
        .write(lastFit)
        .write(fitted ? 1 : 0)
        .write(score)
        .write(guarded.bounds());
    tolerance.write(state);
    bins.write(state);
  }

  void read(StateReader state, ReadingHistory history) throws IncompatibleSnapshotException {
    read(state, floors);
    read(state, references);
    read(state, peaks);
    read(state, weights);
    bin = state.readInt();
    binGuarded = state.readInt() == 1;
    offset = state.readDouble();
    firstOffset = state.readDouble();
    lastFit = state.readInt();
    fitted = state.readInt() == 1;
    score = state.readDouble();
    guarded.restore(state.readInts());
    tolerance.read(state);
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
