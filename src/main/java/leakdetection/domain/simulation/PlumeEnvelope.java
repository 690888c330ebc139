package leakdetection.domain.simulation;

/**
 * Tells at a glance that a point lies far outside a plume, so that its line need not be searched.
 *
 * <p>The nearest point of the line is no farther away, in the plane of the line, than the line's
 * point straight above or below (up the current: than its beginning), so that it cannot lie farther
 * down the current than that distance; up to there the plume has a largest width. Beyond 6 of those
 * widths the concentration is below 2e-8 of the line's.
 */
final class PlumeEnvelope {

  /** Excludes nothing. */
  static final PlumeEnvelope UNBOUNDED = new PlumeEnvelope(new double[0], new double[0]);

  private static final double BIN = 0.1;
  private static final double WIDTHS = 6;

  private final double[] rise;
  private final double[] widest;

  private PlumeEnvelope(double[] rise, double[] widest) {
    this.rise = rise;
    this.widest = widest;
  }

  /** Returns the envelope of a line whose points go down the current, else one without bounds. */
  static PlumeEnvelope of(double[] along, double[] rise, double[] sigma) {
    int bins = (int) (along[along.length - 1] / BIN) + 1;
    double[] riseAt = new double[bins];
    double[] widest = new double[bins];
    double width = 0;
    int filled = 0;
    for (int i = 0; i < along.length; i++) {
      if (i > 0 && along[i] < along[i - 1]) {
        return UNBOUNDED;
      }
      width = Math.max(width, sigma[i]);
      int bin = (int) (along[i] / BIN);
      while (filled < bin) {
        // A bin that the line jumps over gets the figures of the point behind it.
        riseAt[filled] = rise[i];
        widest[filled++] = width;
      }
      riseAt[bin] = rise[i];
      widest[bin] = width;
      filled = Math.max(filled, bin + 1);
    }
    return new PlumeEnvelope(riseAt, widest);
  }

  /**
   * Tells whether the concentration at a point is negligible.
   *
   * @param x down the current from the leak, m
   * @param y across, m
   * @param z above the leak, m
   */
  boolean excludes(double x, double y, double z) {
    int bin = x > 0 ? (int) (x / BIN) : 0;
    if (bin >= rise.length) {
      return false;
    }
    double before = Math.min(x, 0);
    // One bin's worth of rounding and a little more, so that the bound stays on the safe side.
    double vertical = Math.abs(z - rise[bin]) + 2 * BIN;
    double farthest = x + Math.sqrt(vertical * vertical + before * before) + BIN;
    int last = Math.min((int) (farthest / BIN), widest.length - 1);
    double reach = WIDTHS * widest[Math.max(0, last)];
    return y * y + before * before > reach * reach;
  }
}
