package leakdetection.detectors.amsr;

import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.spi.IncompatibleSnapshotException;

/**
 * Holds an onset's score while the gas stays: it falls in proportion to what is left of the rise,
 * and ends below a quarter of it.
 */
final class Latch {

  private static final double END = 0.25;

  private double score;
  private double bottom;
  private double peak;

  /** Returns the held score at a concentration, ppmv, without changing anything; 0 when off. */
  double at(double ppmv) {
    double share = share(ppmv);
    return share < END ? 0 : score * share;
  }

  /**
   * Takes in a reading.
   *
   * @param now its own score
   * @param ppmv its concentration
   * @param lowest smallest concentration of the last three hours, where an onset would begin
   * @return the held score, 0 when off
   */
  double update(double now, double ppmv, double lowest) {
    if (score == 0 && now >= 1 && ppmv > lowest) {
      score = now;
      bottom = lowest;
      peak = ppmv;
    }
    peak = Math.max(peak, ppmv);
    double held = at(ppmv);
    if (held == 0) {
      release();
    }
    return held;
  }

  void release() {
    score = 0;
    bottom = 0;
    peak = 0;
  }

  private double share(double ppmv) {
    return score == 0 ? 0 : (ppmv - bottom) / (Math.max(peak, ppmv) - bottom);
  }

  void write(StateWriter state) {
    state.write(score).write(bottom).write(peak);
  }

  void read(StateReader state) throws IncompatibleSnapshotException {
    score = state.readDouble();
    bottom = state.readDouble();
    peak = state.readDouble();
  }
}
