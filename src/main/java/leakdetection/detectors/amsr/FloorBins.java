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
  private int count;

  FloorBins(int scales) {
    this.scales = scales;
    this.floors = new float[scales][CAPACITY];
    this.references = new float[scales][CAPACITY];
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

  /** Stores the floors at the last reading of the open bin. */
  void close(int lastMinute, double[] binFloors) {
    int at = (count - 1) % CAPACITY;
    lastMinutes[at] = (short) (lastMinute - bins[at] * MINUTES);
    for (int scale = 0; scale < scales; scale++) {
      floors[scale][at] = (float) binFloors[scale];
    }
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
      state.write(floors[scale]).write(references[scale]);
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
