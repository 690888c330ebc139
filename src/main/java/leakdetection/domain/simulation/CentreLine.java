package leakdetection.domain.simulation;

/**
 * The centre line of a plume in a steady current, with its width and concentration; immutable.
 *
 * <p>Around the line the concentration falls off as {@code exp(-r^2 / 2 sigma^2)} with the distance
 * r. A point belongs to the nearest of the straight pieces on which its perpendicular foot lies;
 * pieces are searched in blocks, whose bounding boxes let most of them be skipped.
 */
final class CentreLine {

  private static final int BLOCK = 16;
  private static final double ROUNDING = 1e-9;

  private final double[] along;
  private final double[] rise;
  private final double[] sigma;
  private final double[] concentration;
  private final boolean closed;
  private final double[] boxes;
  private final PlumeEnvelope envelope;
  private final double[] piecesAlong;
  private final double[] piecesUp;
  private final double[] inverseSquares;

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
    this.envelope = closed ? PlumeEnvelope.of(along, rise, sigma) : PlumeEnvelope.UNBOUNDED;
    int pieces = closed ? along.length - 1 : 0;
    this.piecesAlong = new double[pieces];
    this.piecesUp = new double[pieces];
    this.inverseSquares = new double[pieces];
    for (int i = 0; i < pieces; i++) {
      piecesAlong[i] = along[i + 1] - along[i];
      piecesUp[i] = rise[i + 1] - rise[i];
      double square = piecesAlong[i] * piecesAlong[i] + piecesUp[i] * piecesUp[i];
      inverseSquares[i] = square > 0 ? 1 / square : 0;
    }
  }

  private static double[] boxes(double[] along, double[] rise) {
    int pieces = along.length - 1;
    int blocks = Math.max(0, (pieces + BLOCK - 1) / BLOCK);
    double[] boxes = new double[4 * blocks];
    for (int b = 0; b < blocks; b++) {
      int from = b * BLOCK;
      int to = Math.min(from + BLOCK, pieces);
      extent(along, from, to, boxes, 4 * b);
      extent(rise, from, to, boxes, 4 * b + 2);
    }
    return boxes;
  }

  private static void extent(double[] values, int from, int to, double[] boxes, int at) {
    boxes[at] = values[from];
    boxes[at + 1] = values[from];
    for (int i = from + 1; i <= to; i++) {
      boxes[at] = Math.min(boxes[at], values[i]);
      boxes[at + 1] = Math.max(boxes[at + 1], values[i]);
    }
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
    if (along.length < 2 || envelope.excludes(x, y, z)) {
      return 0;
    }
    int first = likelyBlock(x);
    int nearest = -1;
    double best = Double.POSITIVE_INFINITY;
    // The likely block first, so that most of the others need not be looked into.
    for (int turn = -1; 4 * turn < boxes.length; turn++) {
      int b = turn < 0 ? first : turn;
      if (turn == first || turn >= 0 && squaredDistanceToBox(b, x, z) > best) {
        continue;
      }
      int end = Math.min((b + 1) * BLOCK, along.length - 1);
      for (int i = b * BLOCK; i < end; i++) {
        double squared = closed ? squaredToPiece(i, x, z) : squaredToFoot(i, x, z);
        if (squared < best || squared == best && i < nearest) {
          best = squared;
          nearest = i;
        }
      }
    }
    return nearest < 0 ? 0 : profile(nearest, best + y * y, x, z);
  }

  /** A block that is probably close: the first that reaches as far down the current. */
  private int likelyBlock(double x) {
    int last = boxes.length / 4 - 1;
    int b = 0;
    while (b < last && boxes[4 * b + 1] < x) {
      b++;
    }
    return b;
  }

  private double squaredDistanceToBox(int box, double x, double z) {
    int at = 4 * box;
    double outsideX = Math.max(0, Math.max(boxes[at] - x, x - boxes[at + 1]));
    double outsideZ = Math.max(0, Math.max(boxes[at + 2] - z, z - boxes[at + 3]));
    return outsideX * outsideX + outsideZ * outsideZ;
  }

  /**
   * Squared distance in the plane of the line to a piece, ends included; infinite before the first
   * and behind the last, since nothing is carried up the current.
   */
  private double squaredToPiece(int i, double x, double z) {
    double px = x - along[i];
    double pz = z - rise[i];
    double dx = piecesAlong[i];
    double dz = piecesUp[i];
    double t = (dx * px + dz * pz) * inverseSquares[i];
    if (t < 0) {
      return i > 0 ? px * px + pz * pz : Double.POSITIVE_INFINITY;
    }
    if (t > 1) {
      if (i == inverseSquares.length - 1) {
        return Double.POSITIVE_INFINITY;
      }
      t = 1;
    }
    double footX = px - t * dx;
    double footZ = pz - t * dz;
    return footX * footX + footZ * footZ;
  }

  /** Squared distance in the plane of the line; infinite when the foot lies outside the piece. */
  private double squaredToFoot(int i, double x, double z) {
    double dx = along[i + 1] - along[i];
    double dz = rise[i + 1] - rise[i];
    double projected = dx * (x - along[i]) + dz * (z - rise[i]);
    double square = dx * dx + dz * dz;
    if (projected < -ROUNDING * square || projected > (1 + ROUNDING) * square) {
      return Double.POSITIVE_INFINITY;
    }
    double t = projected / square;
    double footX = along[i] + t * dx;
    double footZ = rise[i] + t * dz;
    return between(along[i], footX, along[i + 1]) && between(rise[i], footZ, rise[i + 1])
        ? (x - footX) * (x - footX) + (z - footZ) * (z - footZ)
        : Double.POSITIVE_INFINITY;
  }

  private static boolean between(double one, double value, double other) {
    return one <= other ? one <= value && value <= other : other <= value && value <= one;
  }

  private double profile(int piece, double squaredDistance, double x, double z) {
    double share = closed ? share(piece, x, z) : 0.5;
    double centre = (1 - share) * concentration[piece] + share * concentration[piece + 1];
    double width = (1 - share) * sigma[piece] + share * sigma[piece + 1];
    return centre * Math.exp(-squaredDistance / (2 * width * width));
  }

  private double share(int i, double x, double z) {
    double projected = piecesAlong[i] * (x - along[i]) + piecesUp[i] * (z - rise[i]);
    double t = projected * inverseSquares[i];
    return Math.max(0, Math.min(1, t));
  }
}
