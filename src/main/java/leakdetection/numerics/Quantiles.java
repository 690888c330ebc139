package leakdetection.numerics;

/**
 * Order statistics by selection instead of sorting: linear in the number of values.
 *
 * <p>Quantiles interpolate linearly between the two neighbouring values, as numpy's default does.
 */
public final class Quantiles {

  private Quantiles() {}

  /**
   * Returns the quantile of the first {@code count} values, which are reordered.
   *
   * @param values no NaN among the first {@code count}
   * @param count at least 1
   * @param probability from 0 to 1
   */
  public static double quantile(double[] values, int count, double probability) {
    double position = probability * (count - 1);
    select(values, count, (int) position);
    return interpolate(values, count, position);
  }

  private static double interpolate(double[] values, int count, double position) {
    int lower = (int) position;
    double low = values[lower];
    double weight = position - lower;
    if (weight == 0) {
      return low;
    }
    // Everything behind the selected place is at least as large: the next one is their smallest.
    double high = values[lower + 1];
    for (int i = lower + 2; i < count; i++) {
      if (values[i] < high) {
        high = values[i];
      }
    }
    return low + (high - low) * weight;
  }

  /** Returns the median of the first {@code count} values, which are reordered. */
  public static double median(double[] values, int count) {
    return quantile(values, count, 0.5);
  }

  /**
   * Returns the quantile as {@link #quantile(double[], int, double)}, faster when it is nearly
   * known.
   *
   * @param guess a value near the quantile; any other, or NaN, only costs time
   */
  public static double quantileNear(double[] values, int count, double probability, double guess) {
    if (Double.isNaN(guess)) {
      return quantile(values, count, probability);
    }
    int rank = (int) (probability * (count - 1));
    int left = 0;
    int right = count - 1;
    int i = left;
    int j = right;
    while (i <= j) {
      if (values[i] < guess) {
        i++;
      } else if (values[j] >= guess) {
        j--;
      } else {
        double swap = values[i];
        values[i++] = values[j];
        values[j--] = swap;
      }
    }
    if (rank < i) {
      right = i - 1;
    } else {
      left = i;
    }
    select(values, left, right, rank);
    return interpolate(values, count, probability * (count - 1));
  }

  /**
   * Returns the value that would stand at {@code rank} if the first {@code count} values were
   * sorted; they are reordered so that none before it is larger and none behind it smaller.
   *
   * @param rank from 0 to count - 1
   */
  public static double select(double[] values, int count, int rank) {
    return select(values, 0, count - 1, rank);
  }

  private static double select(double[] values, int from, int to, int rank) {
    int left = from;
    int right = to;
    while (left < right) {
      double pivot = medianOfThree(values[left], values[(left + right) >>> 1], values[right]);
      int i = left;
      int j = right;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      if (rank <= j) {
        right = j;
      } else if (rank >= i) {
        left = i;
      } else {
        break;
      }
    }
    return values[rank];
  }

  private static double medianOfThree(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
