package leakdetection.domain.simulation;

import java.util.Arrays;

/**
 * Collects the points of a centre line; in the mended mode only those that are some way from the
 * one before, since a search over a line costs as much as it has points.
 */
final class LinePoints {

  private static final double CLOSEST = 0.03;
  private static final double CLOSEST_WIDTHS = 0.15;

  private final PlumeSettings settings;
  private double[] along;
  private double[] rise;
  private double[] sigma;
  private double[] concentration;
  private int count;
  private boolean lastKept;

  LinePoints(PlumeSettings settings) {
    this.settings = settings;
    int capacity = settings.mended() ? 256 : settings.steps() + 1;
    along = new double[capacity];
    rise = new double[capacity];
    sigma = new double[capacity];
    concentration = new double[capacity];
  }

  /** Adds the next point; a point too close to the last kept one is replaced by the next. */
  void add(double x, double z, double width, double ppm) {
    int at = count == 0 || lastKept ? count : count - 1;
    if (at == along.length) {
      along = Arrays.copyOf(along, 2 * at);
      rise = Arrays.copyOf(rise, 2 * at);
      sigma = Arrays.copyOf(sigma, 2 * at);
      concentration = Arrays.copyOf(concentration, 2 * at);
    }
    along[at] = x;
    rise[at] = z;
    sigma[at] = width;
    concentration[at] = ppm;
    count = at + 1;
    lastKept = at == 0 || !settings.mended() || farFromBefore(at);
  }

  private boolean farFromBefore(int at) {
    double dx = along[at] - along[at - 1];
    double dz = rise[at] - rise[at - 1];
    double closest = Math.max(CLOSEST, CLOSEST_WIDTHS * sigma[at]);
    return dx * dx + dz * dz >= closest * closest;
  }

  /** Returns the line through the points. */
  CentreLine line() {
    return new CentreLine(
        Arrays.copyOf(along, count),
        Arrays.copyOf(rise, count),
        Arrays.copyOf(sigma, count),
        Arrays.copyOf(concentration, count),
        settings.mended());
  }
}
