package leakdetection.application.estimation;

import java.util.List;

/**
 * Localisation trials and what came before them.
 *
 * @param trials in the file's order
 * @param history readings from before the trials, ppmv; NaN where invalid; empty when not given.
 *     Shared, not to be written to
 */
public record TrialSet(List<Trial> trials, double[] history) {

  public TrialSet {
    trials = List.copyOf(trials);
  }
}
