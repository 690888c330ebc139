package leakdetection.domain.estimation;

import leakdetection.domain.metocean.Currents;

/**
 * The measured currents as they might have been at the leak: one series per speed factor and
 * direction offset of a {@link CurrentError}.
 */
final class PossibleCurrents {

  private final Currents[] series;
  private final int directions;

  /**
   * @param measured without gaps
   * @param resolution grid of the speeds, m/s
   */
  PossibleCurrents(Currents measured, CurrentError error, double resolution) {
    directions = error.directions();
    series = new Currents[error.factors() * directions];
    for (int f = 0; f < error.factors(); f++) {
      for (int d = 0; d < directions; d++) {
        series[f * directions + d] =
            measured.perturbed(error.offset(d), error.factor(f), resolution);
      }
    }
  }

  /** Returns the number of series. */
  int size() {
    return series.length;
  }

  /** Returns one series; state = speed factor times the number of directions + direction. */
  Currents series(int state) {
    return series[state];
  }
}
