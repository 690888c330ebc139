package leakdetection.domain.simulation;

/**
 * Choices of the integral plume model that are not properties of the leak or the sea.
 *
 * @param exitDiameter of the hole, m
 * @param gasToOil gas-to-oil ratio of the well stream, m3 gas per m3 oil at standard conditions
 * @param oilDropDrag drag coefficient of oil drops
 * @param largestBubble bubbles above this diameter break up, m; infinite for no limit
 * @param ppmvPerMicrogramPerLitre what a sensor reads per ug/L dissolved; NaN takes Henry's
 *     constant of the water
 * @param step time step and age of the first plume element, s
 * @param longest time after which the plume is not followed any further, s
 * @param reach distance down the current beyond which it is not followed, m
 * @param mended true follows the plume with ever longer steps and keeps only the points that
 *     matter; false repeats two habits of the original program: a point in the wedge between two
 *     straight pieces of the centre line sees nothing, and a bubble may dissolve into more gas than
 *     it holds
 */
public record PlumeSettings(
    double exitDiameter,
    double gasToOil,
    double oilDropDrag,
    double largestBubble,
    double ppmvPerMicrogramPerLitre,
    double step,
    double longest,
    double reach,
    boolean mended) {

  /** The original program's choices; its centre lines and readings are matched to 1e-9. */
  public static final PlumeSettings COMPATIBLE =
      new PlumeSettings(
          0.003,
          55,
          0.001,
          Double.POSITIVE_INFINITY,
          35,
          0.2,
          100,
          Double.POSITIVE_INFINITY,
          false);

  /**
   * Oil drops with their own drag, bubbles up to 8 mm, Henry's constant, plumes followed to 30 m.
   */
  public static final PlumeSettings RATE_AWARE =
      new PlumeSettings(0.003, 55, 0.4, 0.008, Double.NaN, 0.25, 400, 30, true);

  /**
   * @throws IllegalArgumentException if a figure is not positive
   */
  public PlumeSettings {
    double smallest =
        Math.min(
            Math.min(Math.min(exitDiameter, gasToOil), Math.min(oilDropDrag, largestBubble)),
            Math.min(Math.min(step, longest), reach));
    if (!(smallest > 0) || ppmvPerMicrogramPerLitre <= 0) {
      throw new IllegalArgumentException(
          ("The plume settings must be positive: exit diameter %s m, gas to oil %s, oil drop drag %s,"
                  + " largest bubble %s m, step %s s, longest %s s, reach %s m, %s ppmv per ug/L.")
              .formatted(
                  exitDiameter,
                  gasToOil,
                  oilDropDrag,
                  largestBubble,
                  step,
                  longest,
                  reach,
                  ppmvPerMicrogramPerLitre));
    }
  }

  /** Returns the same choices for another release. */
  PlumeSettings of(Release release) {
    return new PlumeSettings(
        release.holeDiameter(),
        release.gasToOil(),
        oilDropDrag,
        largestBubble,
        ppmvPerMicrogramPerLitre,
        step,
        longest,
        reach,
        mended);
  }

  /** Returns what a sensor reads per ug/L dissolved in this water, ppmv. */
  double sensitivity(SeaWater water) {
    return Double.isNaN(ppmvPerMicrogramPerLitre)
        ? water.henryConstant()
        : ppmvPerMicrogramPerLitre;
  }

  /** Returns the number of steps that are followed at most. */
  int steps() {
    return (int) Math.rint(longest / step);
  }
}
