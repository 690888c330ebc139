package leakdetection.infrastructure.backtest;

import java.util.Arrays;
import java.util.stream.IntStream;
import leakdetection.application.backtest.History;

/** Collects rows of readings without boxing them. */
final class RowBuffer {

  private long[] times = new long[1024];
  private double[] ppmv = new double[1024];
  private boolean[] suspect = new boolean[1024];
  private int size;
  private boolean rising = true;

  void add(long epochMillis, double value, boolean isSuspect) {
    if (size == times.length) {
      int room = size * 2;
      times = Arrays.copyOf(times, room);
      ppmv = Arrays.copyOf(ppmv, room);
      suspect = Arrays.copyOf(suspect, room);
    }
    rising &= size == 0 || epochMillis > times[size - 1];
    times[size] = epochMillis;
    ppmv[size] = value;
    suspect[size++] = isSuspect;
  }

  int size() {
    return size;
  }

  /** Returns the rows by time; of several with one time the last that was added. */
  History history(String name) {
    sort();
    return new History(name, Arrays.copyOf(times, size), Arrays.copyOf(ppmv, size));
  }

  /** Returns the flags of the rows that {@link #history} returns. */
  boolean[] suspect() {
    sort();
    return Arrays.copyOf(suspect, size);
  }

  private void sort() {
    if (rising) {
      return;
    }
    // A stable sort keeps rows of one time in the order of the file.
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Long.compare(times[a], times[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    RowBuffer sorted = new RowBuffer();
    for (int i = 0; i < size; i++) {
      int row = order[i];
      boolean isLast = i + 1 == size || times[order[i + 1]] != times[row];
      if (isLast) {
        sorted.add(times[row], ppmv[row], suspect[row]);
      }
    }
    times = sorted.times;
    ppmv = sorted.ppmv;
    suspect = sorted.suspect;
    size = sorted.size;
    rising = true;
  }
}
