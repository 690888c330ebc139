package leakdetection.application.backtest;

/**
 * What became of one injected leak.
 *
 * @param stream the sensor
 * @param peakPpmv its peak, ppmv
 * @param hoursToDetect hours from its onset to the first alarm; NaN when it was missed
 * @param foundAt whether it was found at each threshold of the sweep
 */
record Outcome(String stream, double peakPpmv, double hoursToDetect, boolean[] foundAt) {

  boolean wasFound() {
    return !Double.isNaN(hoursToDetect);
  }
}
