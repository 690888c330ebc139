package leakdetection.numerics;

import java.util.Arrays;
import java.util.BitSet;

/*
 * Longer than most files: the state of one recurrence and the three ways to bring it up to date
 * belong together.
 */

/**
 * A series that grows at its end, with the profile distance of its newest window.
 *
 * <p>The series is a shared head (for example a baseline) followed by the live readings appended
 * here. The profile distance is the Euclidean distance, not normalised (AAMP), of the newest window
 * to its nearest earlier window outside the exclusion zone.
 *
 * <p>Squared distances to all earlier windows are carried along by the recurrence of the mass
 * update: add the new pair, subtract the pair that left. That drifts, so the stream bounds its
 * rounding errors, and {@link #distance} sums directly every window that could be the nearest
 * within that bound. The result is therefore a function of the readings alone, exact to the last
 * rounding of a direct sum, whatever came before: also after a spike of 1e14 ppmv.
 *
 * <p>Cost per reading: O(n), about 0.6 ns per head reading; a direct sum of all windows, O(n m),
 * after {@value #RESUM_AFTER} readings or when too many windows are within the bound. Memory: 8
 * bytes per head window and 16 per live reading. Not thread-safe.
 *
 * <p>Source: the incremental profile of stumpy ({@code aampi(egress=False)}), whose exact values
 * are matched.
 */
public final class ProfileStream {

  /** Readings after which all distances are summed anew. */
  private static final int RESUM_AFTER = 4096;

  /** Windows per block: what stays in the first-level cache between the three passes over it. */
  private static final int BLOCK = 512;

  /** Candidates for the nearest window that are kept in mind; with more, all are looked through. */
  private static final int MOST_CANDIDATES = 32;

  private static final double ROUNDING = 2.3e-16;

  private final WindowedSeries head;
  private final int window;
  private final int exclusionZone;
  private final boolean matchLive;

  /** Live readings [capacity]; 0 where not finite. */
  private final double[] live;

  private final BitSet notFinite = new BitSet();
  private int count;

  /** Squared distances of the head's windows 1.. to the newest window; window 0 apart. */
  private double[] headSums = {};

  private double firstSum;

  /** Squared distances of the windows that hold live readings, oldest first. */
  private double[] liveSums = {};

  /**
   * Where {@link #headSums} was smallest: one further after every reading, it is so mostly again.
   */
  private int hint = -1;

  private final int[] candidates = new int[MOST_CANDIDATES];
  private int candidateCount;
  private double rough;
  private boolean current;
  private int sinceResum;
  private double driftBound;
  private double largest;
  private long tried;

  /**
   * Starts behind the head.
   *
   * @param head what comes before the live readings
   * @param exclusionZone windows this near to the newest (in readings, inclusive) do not count; at
   *     least 0
   * @param capacity live readings that can be appended
   * @param matchLive whether windows that hold live readings count as well; else only the head's
   */
  public ProfileStream(WindowedSeries head, int exclusionZone, int capacity, boolean matchLive) {
    this.head = head;
    this.window = head.window();
    this.exclusionZone = exclusionZone;
    this.matchLive = matchLive;
    this.live = new double[capacity];
  }

  /** Returns the number of live readings. */
  public int count() {
    return count;
  }

  /** Returns the live readings, oldest first [count]; 0 where they were not finite. */
  public double[] live() {
    return Arrays.copyOf(live, count);
  }

  /**
   * Appends a reading.
   *
   * @param value may be NaN or infinite: then the windows that hold it are not comparable
   * @throws IllegalStateException if the capacity is used up
   */
  public void append(double value) {
    if (count == live.length) {
      throw new IllegalStateException(
          "The stream holds %d live readings and has room for no more.".formatted(count));
    }
    boolean finite = Double.isFinite(value);
    if (!finite) {
      notFinite.set(count);
    }
    double added = finite ? value : 0;
    double dropped = valueAt(newest());
    live[count++] = added;
    if (current) {
      if (sinceResum < RESUM_AFTER) {
        advance(added, dropped);
      } else {
        current = false;
      }
    }
  }

  /**
   * Goes back to the head and keeps the last live readings.
   *
   * @param keep live readings to keep, from 0 to {@link #count}
   */
  public void rewind(int keep) {
    int shift = count - keep;
    System.arraycopy(live, shift, live, 0, keep);
    BitSet kept = notFinite.get(shift, count);
    notFinite.clear();
    notFinite.or(kept);
    count = keep;
    // The newest window is the same one, and so are its distances to the head.
    current = current && keep >= window && keep > exclusionZone;
    if (current) {
      sumLive();
    }
  }

  /** Forgets all live readings and releases the running distances. */
  public void clear() {
    count = 0;
    notFinite.clear();
    current = false;
    headSums = new double[0];
    liveSums = new double[0];
    hint = -1;
  }

  /**
   * Returns the profile distance of the newest window.
   *
   * @return infinite if the newest window holds a reading that is not finite or no window may be
   *     compared with it
   */
  public double distance() {
    if (!isComparable(newest())) {
      return Double.POSITIVE_INFINITY;
    }
    if (!current) {
      resum();
    }
    return Math.sqrt(smallestExactly());
  }

  /**
   * Returns the index, in the head followed by the live readings, of the first window that is
   * nearest to the newest one; -1 if no window may be compared with it. O(n m).
   */
  public int nearest() {
    int best = -1;
    double smallest = Double.POSITIVE_INFINITY;
    if (isComparable(newest())) {
      for (int i = 0; i < headWindows() + liveWindows(); i++) {
        double sum = isComparable(i) ? exactSum(i) : Double.POSITIVE_INFINITY;
        if (sum < smallest) {
          smallest = sum;
          best = i;
        }
      }
    }
    return best;
  }

  /**
   * Returns the readings of one window of the head followed by the live readings [m].
   *
   * @param index from 0 to head length + live count - m
   */
  public double[] window(int index) {
    double[] values = new double[window];
    int fromHead = Math.max(0, Math.min(window, head.length() - index));
    System.arraycopy(head.values(), Math.min(index, head.length()), values, 0, fromHead);
    int start = Math.max(0, index - head.length());
    System.arraycopy(live, start, values, fromHead, window - fromHead);
    return values;
  }

  private int newest() {
    return head.length() + count - window;
  }

  private double valueAt(int index) {
    return index < head.length() ? head.values()[index] : live[index - head.length()];
  }

  /** Windows wholly inside the head that may be compared with the newest one. */
  private int headWindows() {
    return Math.max(0, Math.min(head.windows(), newest() - exclusionZone));
  }

  /** Windows with live readings that may be compared with the newest one. */
  private int liveWindows() {
    return matchLive ? Math.max(0, count - exclusionZone - 1) : 0;
  }

  private boolean isComparable(int index) {
    if (index < head.windows()) {
      return head.isComparable(index);
    }
    int bad = notFinite.nextSetBit(Math.max(0, index - head.length()));
    return index > head.lastNotFinite() && (bad < 0 || bad + head.length() >= index + window);
  }

  private void advance(double added, double dropped) {
    double oldLast = headSums.length > 0 ? headSums[headSums.length - 1] : firstSum;
    int liveWindows = liveWindows();
    if (liveWindows > 0) {
      advanceLive(liveWindows, added, dropped, oldLast);
    }
    advanceHead(Math.max(0, headWindows() - 1), added, dropped);
    hint = hint < 0 ? hint : hint + 1;
    firstSum = exactSum(0);
    sinceResum++;
    largest = Math.max(largest, Math.abs(added));
    driftBound += ROUNDING * (window + 4) * (head.largest() + largest) * (head.largest() + largest);
  }

  private void advanceLive(int windows, double added, double dropped, double before) {
    System.arraycopy(liveSums, 0, liveSums, 1, windows - 1);
    liveSums[0] = before;
    int seam = Math.min(windows, window);
    ProfileKernel.advance(liveSums, live, head.lastWindow(), 0, seam, added, dropped);
    for (int x = seam; x < windows; x++) {
      double in = live[x] - added;
      double out = live[x - window] - dropped;
      liveSums[x] += in * in - out * out;
    }
  }

  private void advanceHead(int windows, double added, double dropped) {
    double[] sums = headSums;
    for (int from = (windows - 1) / BLOCK * BLOCK; from >= 0 && windows > 0; from -= BLOCK) {
      int to = Math.min(windows, from + BLOCK);
      if (from > 0) {
        System.arraycopy(sums, from - 1, sums, from, to - from);
      } else {
        System.arraycopy(sums, 0, sums, 1, to - 1);
        sums[0] = firstSum;
      }
      ProfileKernel.advance(sums, head.ahead(), head.values(), from, to, added, dropped);
    }
  }

  private void resum() {
    if (headSums.length == 0) {
      headSums = new double[head.windows() - 1];
      liveSums = new double[matchLive ? Math.max(0, live.length - exclusionZone - 1) : 0];
    }
    int windows = Math.max(0, headWindows() - 1);
    for (int j = 0; j < windows; j++) {
      headSums[j] = exactSum(j + 1);
    }
    hint = -1;
    firstSum = exactSum(0);
    sumLive();
    largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, Math.abs(live[i]));
    }
    current = true;
    sinceResum = 0;
    driftBound = 0;
    tried = 0;
  }

  private void sumLive() {
    int windows = liveWindows();
    if (windows == 0) {
      return;
    }
    // The windows across the seam and behind it, in one piece.
    double[] seam = Arrays.copyOf(head.lastWindow(), window + count);
    System.arraycopy(live, 0, seam, window, count);
    for (int x = 0; x < windows; x++) {
      liveSums[x] = Distances.squared(seam, x + 1, seam, count, window);
    }
  }

  /** Sums the squared distance of one window to the newest one directly. */
  private double exactSum(int index) {
    // A window that lies across the seam is put together; the newest one soon is all live.
    double[] query = count < window ? window(newest()) : live;
    int from = count < window ? 0 : count - window;
    if (index < head.windows()) {
      return Distances.squared(head.values(), index, query, from, window);
    }
    if (index >= head.length()) {
      return Distances.squared(live, index - head.length(), query, from, window);
    }
    return Distances.squared(window(index), 0, query, from, window);
  }

  /** Sums directly every window that may be the nearest, given the bound on the drift. */
  private double smallestExactly() {
    int windows = Math.max(0, headWindows() - 1);
    double first = headWindows() > 0 && head.isComparable(0) ? firstSum : Double.POSITIVE_INFINITY;
    candidateCount = 0;
    rough = first;
    if (hint >= 0 && isPlace(hint, windows)) {
      rough = Math.min(rough, sumAt(hint));
    }
    for (WindowedSeries.Run run : head.comparable()) {
      int from = Math.max(0, run.from() - 1);
      collect(headSums, from, Math.min(windows, run.to() - 1), 0);
    }
    int liveWindows = liveWindows();
    if (isLiveWhole()) {
      collect(liveSums, 0, liveWindows, headSums.length);
    } else {
      for (int x = 0; x < liveWindows; x++) {
        if (isComparable(head.windows() + x)) {
          collect(liveSums, x, x + 1, headSums.length);
        }
      }
    }
    return rough == Double.POSITIVE_INFINITY ? rough : smallestOfCandidates(first, windows);
  }

  /** Notes where the sums are small enough that the window may be the nearest. */
  private void collect(double[] sums, int from, int to, int offset) {
    int j = ProfileKernel.next(sums, from, to, limit());
    while (j < to) {
      rough = Math.min(rough, sums[j]);
      if (candidateCount == MOST_CANDIDATES) {
        forgetCandidates();
      }
      if (candidateCount < MOST_CANDIDATES) {
        candidates[candidateCount] = offset + j;
      }
      candidateCount++;
      j = ProfileKernel.next(sums, j + 1, to, limit());
    }
  }

  /** Drops the candidates that smaller sums have outdone. */
  private void forgetCandidates() {
    double limit = limit();
    int kept = 0;
    for (int i = 0; i < candidateCount; i++) {
      if (sumAt(candidates[i]) <= limit) {
        candidates[kept++] = candidates[i];
      }
    }
    candidateCount = kept;
  }

  private double sumAt(int place) {
    return place < headSums.length ? headSums[place] : liveSums[place - headSums.length];
  }

  private boolean isPlace(int place, int windows) {
    boolean counts =
        place < headSums.length ? place < windows : place - headSums.length < liveWindows();
    return counts && isComparable(place + 1);
  }

  private double limit() {
    return rough == Double.POSITIVE_INFINITY
        ? rough
        : rough + 2 * driftBound + 1e-12 * Math.abs(rough);
  }

  private double smallestOfCandidates(double first, int windows) {
    double smallest = first;
    double limit = limit();
    boolean all = candidateCount > MOST_CANDIDATES;
    int count = all ? headSums.length + liveWindows() : candidateCount;
    for (int i = 0; i < count && smallest > 0; i++) {
      int place = all ? i : candidates[i];
      if (sumAt(place) <= limit && (!all || isPlace(place, windows))) {
        double exact = exactSum(place + 1);
        tried++;
        if (exact < smallest) {
          smallest = exact;
          hint = place;
        }
      }
    }
    if (tried > head.windows()) {
      // Trying has cost as much as summing anew; the next call does that.
      current = false;
    }
    return smallest;
  }

  private boolean isLiveWhole() {
    return notFinite.isEmpty() && head.lastNotFinite() < head.windows();
  }
}
