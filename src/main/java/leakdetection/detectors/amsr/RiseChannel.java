package leakdetection.detectors.amsr;

import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.numerics.Quantiles;
import leakdetection.numerics.ReturnLevel;
import leakdetection.spi.IncompatibleSnapshotException;

/**
 * The rise over half an hour, one, two and three hours, relative to the level it starts from and in
 * units of what this sensor exceeds about once a year.
 *
 * <pre>
 * rise_k(t)  = (x_t - x_{t-k}) / (c0 + max(x_{t-k}, 0)),   c0 = 2 median(x) + 5 ppmv
 * weight_k   = sqrt(max(u_k, 0.001) G_k)                   u_k = the yearly level of rise_k
 * score(t)   = max_k rise_k(t) / weight_k
 * </pre>
 *
 * <p>G is what is usual for all sensors; the square root shrinks a sensor's own figure towards it.
 * A rise across a gap is 0. From 6 hours before to 36 hours after a score of 0.7 nothing is
 * learned. What was confirmed as normal raises the weights ({@link Tolerance}).
 */
final class RiseChannel {

  /** Spans of the rises, minutes. */
  static final double[] SPANS = {30, 60, 120, 180};

  /** Usual yearly levels of these rises, from the sensors that the recipe was made with. */
  private static final double[] USUAL = {1.0468, 1.668, 2.5199, 3.2404};

  private static final double SMALLEST_LEVEL = 1e-3;
  private static final double GUARD = 0.7;
  private static final double GUARD_BEFORE = 360;
  private static final double GUARD_AFTER = 2160;

  /** A rise counts when its two readings are at most this much further apart, minutes. */
  private static final double SLACK = 90;

  /** Fewer readings than this teach nothing. */
  private static final int FEWEST = 50;

  private final Sampling sampling;
  private final int[] lags;
  private final double[] usual;
  private final double[] longest;
  private final ConfirmedNormal normal;
  private final Tolerance tolerance;
  private final Ranges guarded = new Ranges();
  private double offset;
  private double[] weights;
  private int deciding;

  RiseChannel(Sampling sampling, ConfirmedNormal normal) {
    this.sampling = sampling;
    this.normal = normal;
    this.tolerance = new Tolerance(normal, SPANS.length);
    this.lags = new int[SPANS.length];
    this.usual = new double[SPANS.length];
    this.longest = new double[SPANS.length];
    for (int k = 0; k < SPANS.length; k++) {
      lags[k] = sampling.readings(SPANS[k]);
      usual[k] = usual(lags[k] * sampling.step());
      longest[k] = lags[k] * sampling.step() + SLACK;
    }
    this.weights = usual.clone();
  }

  /** Interpolates the usual level for a span of minutes, which long intervals shift. */
  private static double usual(double minutes) {
    int k = 1;
    while (k < SPANS.length - 1 && minutes > SPANS[k]) {
      k++;
    }
    double share = (minutes - SPANS[k - 1]) / (SPANS[k] - SPANS[k - 1]);
    double level = USUAL[k - 1] + share * (USUAL[k] - USUAL[k - 1]);
    return Math.max(USUAL[0], Math.min(USUAL[USUAL.length - 1], level));
  }

  /**
   * Learns the offset and the weights.
   *
   * @param readings unpacked
   * @param from number of the first reading to learn from
   * @param to number behind the last one
   */
  void learn(ReadingHistory.Unpacked readings, int from, int to) {
    int begin = from - readings.first();
    int length = to - from;
    boolean[] learnable = new boolean[length];
    double[] ppmv = new double[length];
    double[] values = new double[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      ppmv[i] = readings.millis()[begin + i] / 1000.0;
      learnable[i] = !guarded.contains(from + i) || normal.contains(readings.minutes()[begin + i]);
      if (learnable[i]) {
        values[count++] = ppmv[i];
      }
    }
    if (count < FEWEST) {
      return;
    }
    offset = 2 * Quantiles.median(values, count) + 5;
    ReturnLevel yearly = sampling.yearly();
    for (int k = 0; k < lags.length; k++) {
      int rises = rises(readings.minutes(), begin, ppmv, learnable, k, values);
      if (rises >= FEWEST) {
        double level = Math.max(yearly.of(values, rises), SMALLEST_LEVEL);
        weights[k] = Math.sqrt(level * usual[k]);
      }
    }
  }

  /** Writes the learnable rises of one lag, without the first day's, and returns their number. */
  private int rises(
      int[] minutes, int begin, double[] ppmv, boolean[] learnable, int k, double[] rises) {
    int lag = lags[k];
    int count = 0;
    for (int i = Math.max(lag, sampling.readings(1440)); i < ppmv.length; i++) {
      if (learnable[i]) {
        boolean gap = minutes[begin + i] - minutes[begin + i - lag] > longest[k];
        rises[count++] = gap ? 0 : rise(ppmv[i], ppmv[i - lag]);
      }
    }
    return count;
  }

  private double rise(double now, double before) {
    return (now - before) / (offset + Math.max(before, 0));
  }

  /**
   * Returns the score of a reading that would be the next one of the history.
   *
   * @param barrier number of the first reading that a rise may start from
   * @return NaN while no lag reaches a reading behind the barrier
   */
  double score(ReadingHistory history, int minute, int milli, int barrier) {
    int next = history.size();
    double now = milli / 1000.0;
    double best = Double.NaN;
    for (int k = 0; k < lags.length; k++) {
      int before = next - lags[k];
      if (before >= barrier) {
        boolean gap = minute - history.minute(before) > longest[k];
        double rise = gap ? 0 : rise(now, history.milli(before) / 1000.0);
        tolerance.note(minute, k, rise);
        double score = rise / weight(k);
        if (!(score <= best)) {
          best = score;
          deciding = k;
        }
      }
    }
    return best;
  }

  private double weight(int k) {
    return tolerance.weight(k, weights[k], 1);
  }

  /** Marks the surroundings of a high score as not learnable. */
  void guard(int number, double score) {
    if (score >= GUARD) {
      guarded.add(
          Math.max(0, number - sampling.readings(GUARD_BEFORE)),
          number + sampling.readings(GUARD_AFTER));
    }
  }

  /**
   * Forgets guards on readings that are no longer kept, and lessons of the same age.
   *
   * @param number of the oldest reading kept
   * @param now minute
   */
  void forgetBefore(int number, int now) {
    guarded.forgetBefore(number);
    tolerance.forgetAt(now);
  }

  /** Returns which of the spans decided the last score. */
  int deciding() {
    return deciding;
  }

  /** Returns the lag of a span, readings. */
  int lag(int span) {
    return lags[span];
  }

  /** Returns the part of one span in the score of the history's newest reading; 0 across a gap. */
  double part(ReadingHistory history, int span, int barrier) {
    int newest = history.size() - 1;
    int before = newest - lags[span];
    if (before < barrier || history.minute(newest) - history.minute(before) > longest[span]) {
      return 0;
    }
    return rise(history.milli(newest) / 1000.0, history.milli(before) / 1000.0) / weight(span);
  }

  double offset() {
    return offset;
  }

  double[] weights() {
    return weights.clone();
  }

  void write(StateWriter state) {
    state.write(offset).write(weights).write(deciding).write(guarded.bounds());
    tolerance.write(state);
  }

  void read(StateReader state) throws IncompatibleSnapshotException {
    offset = state.readDouble();
    weights = state.readDoubles();
    deciding = state.readInt();
    guarded.restore(state.readInts());
    tolerance.read(state);
    if (weights.length != lags.length || deciding < 0 || deciding >= lags.length) {
      throw state.refusal("holds %d weights instead of %d".formatted(weights.length, lags.length));
    }
  }
}
