package leakdetection.domain.simulation;

import java.util.Arrays;

/**
 * The centre line of a plume in a steady current, with its width and concentration; immutable.
 *
 * <p>Around the line the concentration falls off as {@code exp(-r^2 / 2 sigma^2)} with the distance
 * r. A point belongs to the nearest of the straight pieces on which its perpendicular foot lies;
 * pieces are searched in blocks, whose bounding boxes let most of them be skipped.
 */
final class CentreLine {

  private static final int BLOCK = 16;

  /** Beyond this many widths the profile is below 1e-10 of the line's and counts as nothing. */
  private static final double SIGMAS = 7;

  private final double[] along;
  private final double[] rise;
  private final double[] sigma;
  private final double[] concentration;
  private final boolean closed;
  private final double[] boxes;
  private final double reach;

  /**
   * @param along distance down the current of each point [n], m
   * @param rise height above the leak [n], m
   * @param sigma width of the Gaussian profile [n], m
   * @param concentration dissolved gas on the line [n], ug/L
   * @param closed whether a point in the wedge at a corner belongs to that corner
   */
  CentreLine(
      double[] along, double[] rise, double[] sigma, double[] concentration, boolean closed) {
    this.along = along;
    this.rise = rise;
    this.sigma = sigma;
    this.concentration = concentration;
    this.closed = closed;
    this.boxes = boxes(along, rise);
    this.reach = closed ? SIGMAS * Arrays.stream(sigma).max().orElse(0) : Double.POSITIVE_INFINITY;
  }

  private static double[] boxes(double[] along, double[] rise) {
    int pieces = along.length - 1;
    int blocks = Math.max(0, (pieces + BLOCK - 1) / BLOCK);
    double[] boxes = new double[4 * blocks];
    for (int b = 0; b < blocks; b++) {
      int from = b * BLOCK;
      int to = Math.min(from + BLOCK, pieces) + 1;
      boxes[4 * b] = Arrays.stream(along, from, to).min().getAsDouble();
      boxes[4 * b + 1] = Arrays.stream(along, from, to).max().getAsDouble();
      boxes[4 * b + 2] = Arrays.stream(rise, from, to).min().getAsDouble();
      boxes[4 * b + 3] = Arrays.stream(rise, from, to).max().getAsDouble();
    }
    return boxes;
  }

  /** Returns the number of points. */
  int length() {
    return along.length;
  }

  /** Returns a point's distance down the current, m. */
  double along(int point) {
    return along[point];
  }

  /** Returns a point's height above the leak, m. */
  double rise(int point) {
    return rise[point];
  }

  /** Returns a point's width, m. */
  double sigma(int point) {
    return sigma[point];
  }

  /** Returns the concentration at a point of the line, ug/L. */
  double concentration(int point) {
    return concentration[point];
  }

  /**
   * Returns the concentration of dissolved gas at a point beside the line, ug/L; 0 where no piece
   * of the line has its foot.
   *
   * @param x distance from the leak down the current, m
   * @param y distance across it, m
   * @param z height above the leak, m
   */
  double concentrationAt(double x, double y, double z) {
    if (Math.abs(y) > reach) {
      return 0;
    }
    int nearest = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int b = 0; 4 * b < boxes.length; b++) {
      double outsideX = Math.max(0, Math.max(boxes[4 * b] - x, x - boxes[4 * b + 1]));
      double outsideZ = Math.max(0, Math.max(boxes[4 * b + 2] - z, z - boxes[4 * b + 3]));
      if (outsideX * outsideX + outsideZ * outsideZ > best) {
        continue;
      }
      int end = Math.min((b + 1) * BLOCK, along.length - 1);
      for (int i = b * BLOCK; i < end; i++) {
        double squared = squaredDistance(i, x, z);
        if (squared < best) {
          best = squared;
          nearest = i;
        }
      }
    }
    return nearest < 0 ? 0 : profile(nearest, best + y * y);
  }

  /** Squared distance in the plane of the line; infinite when the foot lies outside the piece. */
  private double squaredDistance(int i, double x, double z) {
    double dx = along[i + 1] - along[i];
    double dz = rise[i + 1] - rise[i];
    double t = (dx * (x - along[i]) + dz * (z - rise[i])) / (dx * dx + dz * dz);
    if (closed) {
      // The first and the last end stay open: nothing is carried up the current.
      if (!(t >= 0 || i > 0) || !(t <= 1 || i < along.length - 2)) {
        return Double.POSITIVE_INFINITY;
      }
      t = Math.max(0, Math.min(1, t));
    }
    double footX = along[i] + t * dx;
    double footZ = rise[i] + t * dz;
    boolean within =
        closed || between(along[i], footX, along[i + 1]) && between(rise[i], footZ, rise[i + 1]);
    return within
        ? (x - footX) * (x - footX) + (z - footZ) * (z - footZ)
        : Double.POSITIVE_INFINITY;
  }

  private static boolean between(double one, double value, double other) {
    return one <= other ? one <= value && value <= other : other <= value && value <= one;
  }

  private double profile(int piece, double squaredDistance) {
    double centre = (concentration[piece] + concentration[piece + 1]) / 2;
    double width = (sigma[piece] + sigma[piece + 1]) / 2;
    return centre * Math.exp(-squaredDistance / (2 * width * width));
  }
}
