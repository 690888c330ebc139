package leakdetection.detectors.amsr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.spi.IncompatibleSnapshotException;

/**
 * The last 90 days of one sensor's readings in about 1.5 bytes each.
 *
 * <p>The newest readings lie in a ring, ready for use; older ones are packed in chunks of {@value
 * #CHUNK}: differences in thousandths of a ppmv with as many bits as the largest of 16 needs.
 * Nothing is lost. Readings are numbered from 0, training included.
 */
final class ReadingHistory {

  /** Readings in the ring, a power of 2: more than two days at 7.5 minutes. */
  static final int RING = 512;

  static final int MASK = RING - 1;

  static final int CHUNK = 256;

  private final int capacity;
  private final int[] minutes = new int[RING];
  private final int[] millis = new int[RING];
  private ArrayDeque<byte[]> chunks = new ArrayDeque<>();

  /** Number of the first reading in the chunks. */
  private int first;

  /** Number of readings ever, and so the number of the next one. */
  private int size;

  /**
   * @param capacity readings that must be kept at least
   */
  ReadingHistory(int capacity) {
    this.capacity = capacity;
  }

  int size() {
    return size;
  }

  /** Returns the time of one of the last {@value #RING} readings, minutes since 1970. */
  int minute(int number) {
    return minutes[number & MASK];
  }

  /** Returns the value of one of the last {@value #RING} readings, 0.001 ppmv. */
  int milli(int number) {
    return millis[number & MASK];
  }

  /** Returns the ring of times: the reading with number n lies at {@code n & MASK}. */
  int[] minutes() {
    return minutes;
  }

  /** Returns the ring of values, 0.001 ppmv. */
  int[] millis() {
    return millis;
  }

  void append(int minute, int milli) {
    int packed = first + chunks.size() * CHUNK;
    if (size - packed == CHUNK) {
      pack(packed);
    }
    minutes[size & MASK] = minute;
    millis[size & MASK] = milli;
    size++;
    while (size - first - CHUNK >= capacity && !chunks.isEmpty()) {
      chunks.removeFirst();
      first += CHUNK;
    }
  }

  private void pack(int from) {
    int[] chunkMinutes = new int[CHUNK];
    int[] chunkMillis = new int[CHUNK];
    for (int i = 0; i < CHUNK; i++) {
      chunkMinutes[i] = minute(from + i);
      chunkMillis[i] = milli(from + i);
    }
    PackedDifferences.Writer bits = new PackedDifferences.Writer(CHUNK * 3);
    bits.write(chunkMinutes, smallestDifference(chunkMinutes));
    bits.write(chunkMillis, 0);
    chunks.addLast(bits.toBytes());
  }

  /** Readings that come at equal intervals need no bits for their times. */
  private static int smallestDifference(int[] values) {
    int smallest = Integer.MAX_VALUE;
    for (int i = 1; i < values.length; i++) {
      smallest = Math.min(smallest, values[i] - values[i - 1]);
    }
    return smallest;
  }

  /** Returns the number of the oldest reading kept. */
  int oldest() {
    return first;
  }

  /**
   * Unpacks the readings from a number on.
   *
   * @param from number of the first reading wanted, not before {@link #oldest()}
   */
  Unpacked unpack(int from) {
    Unpacked all = new Unpacked(first, new int[size - first], new int[size - first]);
    int at = 0;
    for (byte[] chunk : chunks) {
      if (first + at + CHUNK > from) {
        PackedDifferences.Reader bits = new PackedDifferences.Reader(chunk);
        bits.read(all.minutes, at, CHUNK);
        bits.read(all.millis, at, CHUNK);
      }
      at += CHUNK;
    }
    for (int number = first + at; number < size; number++, at++) {
      all.minutes[at] = minute(number);
      all.millis[at] = milli(number);
    }
    return all;
  }

  /**
   * Readings ready for use.
   *
   * @param first number of the reading at index 0
   * @param minutes their times, minutes since 1970
   * @param millis their values, 0.001 ppmv
   */
  record Unpacked(int first, int[] minutes, int[] millis) {}

  void write(StateWriter state) {
    state.write(first).write(size).write(chunks.size());
    chunks.forEach(state::write);
    int packed = first + chunks.size() * CHUNK;
    // More of the ring than is not packed: the windows of two days need it.
    for (int number = Math.max(0, size - RING); number < size; number++) {
      state.write(minute(number)).write(milli(number));
    }
    state.write(packed);
  }

  static ReadingHistory read(StateReader state, int capacity) throws IncompatibleSnapshotException {
    ReadingHistory history = new ReadingHistory(capacity);
    history.first = state.readInt();
    history.size = state.readInt();
    int count = state.readInt();
    List<byte[]> chunks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chunks.add(state.readBytes());
    }
    history.chunks = new ArrayDeque<>(chunks);
    for (int number = Math.max(0, history.size - RING); number < history.size; number++) {
      history.minutes[number & MASK] = state.readInt();
      history.millis[number & MASK] = state.readInt();
    }
    if (state.readInt() != history.first + count * CHUNK) {
      throw state.refusal("holds a history that does not fit together");
    }
    return history;
  }
}
