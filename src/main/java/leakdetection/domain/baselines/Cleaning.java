package leakdetection.domain.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import leakdetection.numerics.MatrixProfile;
import leakdetection.numerics.WindowedSeries;

/**
 * Takes the anomalies out of a series, so that what is left may serve as a baseline.
 *
 * <p>The discords of the series, windows unlike all others, are looked up in the order of their
 * distances. Where the distances leave the crowd (a robust limit: {@value #OUTLIER} times the
 * median deviation from the median), the window is cut out with its surroundings.
 */
public final class Cleaning {

  private static final double OUTLIER = 5;
  private static final int MIN_DISCORDS = 15;
  private static final int DAYS_PER_DISCORD = 6;

  /** Beyond this a discord says nothing of what is usual, ppmv. */
  private static final double CUT = 2000;

  private final int window;
  private final int exclusionZone;
  private final boolean compatible;

  private Cleaning(int window, int exclusionZone, boolean compatible) {
    this.window = window;
    this.exclusionZone = exclusionZone;
    this.compatible = compatible;
  }

  /**
   * Returns the cleaning that the product uses: discords that are finite, one for every six days
   * but at least 15, their distances as they are, and NaN where pieces were joined, so that no
   * window spans a junction.
   *
   * @param window readings of a window, one day
   */
  public static Cleaning ofWindow(int window) {
    return new Cleaning(window, window / 2, false);
  }

  /**
   * Returns the original's cleaning, to compare with: 15 discords, distances cut to whole numbers,
   * pieces joined without a mark, and the last window always lost.
   */
  public static Cleaning compatible(int window) {
    return new Cleaning(window, window / 2, true);
  }

  /**
   * Returns the series without its anomalies.
   *
   * @param ppmv [n], ppmv, oldest first
   * @return at most n readings and the marks of the junctions
   * @throws IllegalArgumentException if the series is shorter than two windows
   */
  public double[] clean(double[] ppmv) {
    if (ppmv.length < 2 * window) {
      throw new IllegalArgumentException(
          "%d readings are too few to clean: at least %d are needed."
              .formatted(ppmv.length, 2 * window));
    }
    List<Discord> discords = discords(ppmv);
    double limit = limit(discords);
    int[] cuts =
        discords.stream()
            .takeWhile(discord -> discord.distance() > limit)
            .mapToInt(Discord::index)
            .sorted()
            .toArray();
    return join(ppmv, cuts);
  }

  /** A window unlike all others: where it begins and how far its nearest other window is, ppmv. */
  record Discord(int index, double distance) {}

  /** Returns the discords by falling distance, none nearer to another than the exclusion zone. */
  List<Discord> discords(double[] ppmv) {
    double[] distances =
        MatrixProfile.of(WindowedSeries.of(ppmv, window), (window + 3) / 4, 2).distances();
    PriorityQueue<Discord> byDistance =
        new PriorityQueue<>(
            Comparator.comparingDouble(Discord::distance)
                .reversed()
                .thenComparingInt(Discord::index));
    for (int i = 0; i < distances.length; i++) {
      if (Double.isFinite(distances[i])) {
        byDistance.add(new Discord(i, distances[i]));
      }
    }
    List<Discord> discords = new ArrayList<>();
    int wanted = wanted(ppmv.length);
    while (discords.size() < wanted && !byDistance.isEmpty()) {
      Discord next = byDistance.poll();
      if (discords.stream()
          .noneMatch(known -> Math.abs(known.index() - next.index()) <= exclusionZone)) {
        discords.add(next);
      }
    }
    return discords;
  }

  private int wanted(int readings) {
    return compatible
        ? MIN_DISCORDS
        : Math.max(MIN_DISCORDS, readings / (window * DAYS_PER_DISCORD));
  }

  /** Returns the largest distance that still belongs to the crowd. */
  double limit(List<Discord> discords) {
    double[] usual =
        discords.stream()
            .mapToDouble(
                discord -> compatible ? Math.floor(discord.distance()) : discord.distance())
            .filter(distance -> distance < CUT)
            .toArray();
    double median = median(usual);
    double deviation =
        median(Arrays.stream(usual).map(distance -> Math.abs(distance - median)).toArray());
    double unit = deviation == 0 ? 1 : deviation;
    return Arrays.stream(usual)
        .filter(distance -> Math.abs(distance - median) / unit < OUTLIER)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Cuts one window before each anomaly and two after its beginning. */
  private double[] join(double[] ppmv, int[] cuts) {
    double[] result = new double[ppmv.length + cuts.length];
    int length = 0;
    int start = 0;
    for (int k = 0; k <= cuts.length; k++) {
      int end =
          k < cuts.length ? cuts[k] - window : compatible ? ppmv.length - window : ppmv.length;
      if (end > start) {
        if (length > 0 && !compatible) {
          result[length++] = Double.NaN;
        }
        System.arraycopy(ppmv, start, result, length, end - start);
        length += end - start;
      }
      if (k < cuts.length) {
        start = Math.min(cuts[k] + 2 * window, ppmv.length);
      }
    }
    return Arrays.copyOf(result, length);
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
