package leakdetection.domain.estimation;

import leakdetection.application.estimation.Trial;

/**
 * A trial with its truth.
 *
 * @param trial what an estimator may see
 * @param kind leak, quiet, pulse1, pulse4 or external
 * @param point index of the leaking candidate; -1 without a leak
 * @param strength rate over the compatible model's 7.1 L/min; 0 without a leak
 */
record SimulatedTrial(Trial trial, String kind, int point, double strength) {

  boolean leak() {
    return point >= 0;
  }
}
