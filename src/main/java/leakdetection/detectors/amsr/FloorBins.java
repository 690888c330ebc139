package leakdetection.detectors.amsr;

import java.lang.reflect.Array;
import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.spi.IncompatibleSnapshotException;

/**
 * What the slow channel keeps of each 6-hour bin of the last 93 days: the floors at its end, and
 * the reference and offset that were in force in it. A ring of {@value #CAPACITY} bins.
 */
final class FloorBins {

  static final int CAPACITY = 372;
  static final int MINUTES = 360;

  private final int scales;
  private final int[] bins = new int[CAPACITY];
  private final short[] lastMinutes = new short[CAPACITY];
  private final float[] offsets = new float[CAPACITY];
  private final float[][] floors;
  private final float[][] references;

  /** Upper bounds of the rises within each bin, coded: they spare the fit most of its work. */
  private final byte[][] peaks;

  private int count;

  FloorBins(int scales) {
    this.scales = scales;
    this.floors = new float[scales][CAPACITY];
    this.references = new float[scales][CAPACITY];
    this.peaks = new byte[scales][CAPACITY];
  }

  /** Returns the number of bins ever opened; the last {@value #CAPACITY} are kept. */
  int count() {
    return count;
  }

  /** Returns the first bin kept. */
  int oldest() {
    return Math.max(0, count - CAPACITY);
  }

  void open(int bin, double offset, double[] binReferences) {
    int at = count++ % CAPACITY;
    bins[at] = bin;
    lastMinutes[at] = -1;
    offsets[at] = (float) offset;
    for (int scale = 0; scale < scales; scale++) {
      floors[scale][at] = Float.NaN;
      references[scale][at] = (float) binReferences[scale];
    }
  }

  /** Stores the floors at the last reading of the open bin, and the largest rises in it. */
  void close(int lastMinute, double[] binFloors, double[] binPeaks) {
    int at = (count - 1) % CAPACITY;
    lastMinutes[at] = (short) (lastMinute - bins[at] * MINUTES);
    for (int scale = 0; scale < scales; scale++) {
      floors[scale][at] = (float) binFloors[scale];
      peaks[scale][at] = code(binPeaks[scale]);
    }
  }

  /** Codes an upper bound: 32 steps for each doubling of 1 + rise. */
  private static byte code(double rise) {
    double code = Math.ceil(32 * Math.log(Math.max(1e-9, 1 + rise)) / Math.log(2) + 1e-3);
    return (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, code));
  }

  /** Returns the code of the largest rise in a closed bin; larger for larger rises. */
  int peak(int index, int scale) {
    return peaks[scale][index % CAPACITY];
  }

  /** Returns the largest rise that a code stands for. */
  static double largestRise(int code) {
    return code == Byte.MAX_VALUE ? Double.POSITIVE_INFINITY : Math.pow(2, code / 32.0) - 1;
  }

  /** Returns the bin's number: minutes since 1970 divided by 360. */
  int bin(int index) {
    return bins[index % CAPACITY];
  }

  /** Returns the time of a closed bin's last reading. */
  int lastMinute(int index) {
    int at = index % CAPACITY;
    return bins[at] * MINUTES + lastMinutes[at];
  }

  float floor(int index, int scale) {
    return floors[scale][index % CAPACITY];
  }

  float reference(int index, int scale) {
    return references[scale][index % CAPACITY];
  }

  float offset(int index) {
    return offsets[index % CAPACITY];
  }

  void write(StateWriter state) {
    state.write(count).write(bins).write(offsets);
    for (short minute : lastMinutes) {
      state.write((int) minute);
    }
    for (int scale = 0; scale < scales; scale++) {
      state.write(floors[scale]).write(references[scale]).write(peaks[scale]);
    }
  }

  void read(StateReader state) throws IncompatibleSnapshotException {
    count = state.readInt();
    copy(state, state.readInts(), bins);
    copy(state, state.readFloats(), offsets);
    for (int i = 0; i < CAPACITY; i++) {
      lastMinutes[i] = (short) state.readInt();
    }
    for (int scale = 0; scale < scales; scale++) {
      copy(state, state.readFloats(), floors[scale]);
      copy(state, state.readFloats(), references[scale]);
      copy(state, state.readBytes(), peaks[scale]);
    }
  }

  private static void copy(StateReader state, Object from, Object to)
      throws IncompatibleSnapshotException {
    if (Array.getLength(from) != CAPACITY) {
      throw state.refusal("does not hold %d bins".formatted(CAPACITY));
    }
    System.arraycopy(from, 0, to, 0, CAPACITY);
  }
}
