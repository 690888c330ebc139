package leakdetection.detectors.randomcutforest;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.Arrays;
import leakdetection.detectors.BaselineCache;
import leakdetection.numerics.ReturnLevel;
import leakdetection.spi.Series;
import leakdetection.spi.Settings;
import leakdetection.spi.UnusableBaselineException;

/**
 * A forest that has learned a baseline, and what its scores there say. Immutable, shared.
 *
 * @param state the forest, see {@link ForestState}
 * @param reference the score that the second half of the baseline exceeds about once a year
 */
record TrainedForest(byte[] state, double reference) {

  private static final int FEWEST = 300;
  private static final BaselineCache<TrainedForest> SHARED = new BaselineCache<>();

  /**
   * Returns the forest for a baseline and settings, the same for all sensors that share them.
   *
   * @throws UnusableBaselineException if there are too few readings or all are the same
   */
  static TrainedForest of(Series baseline, Settings settings) {
    return SHARED.get(
        baseline.ppmv(), settings.asMap().hashCode(), () -> train(baseline, settings));
  }

  private static TrainedForest train(Series baseline, Settings settings) {
    double[] ppmv = finite(baseline.ppmv());
    int shingle = settings.integer("shingle");
    RandomCutForest forest =
        RandomCutForest.builder()
            .dimensions(shingle)
            .shingleSize(shingle)
            .internalShinglingEnabled(true)
            .numberOfTrees(settings.integer("trees"))
            .sampleSize(settings.integer("samples"))
            .randomSeed(settings.integer("seed"))
            .parallelExecutionEnabled(false)
            .build();
    double[] scores = new double[ppmv.length - ppmv.length / 2];
    for (int i = 0; i < ppmv.length; i++) {
      float[] reading = {(float) ppmv[i]};
      if (i >= ppmv.length / 2) {
        scores[i - ppmv.length / 2] =
            Arrays.stream(forest.getAnomalyAttribution(reading).high).sum();
      }
      forest.update(reading);
    }
    double perDay = 86_400_000.0 / baseline.interval().toMillis();
    double reference = new ReturnLevel(365 * perDay, perDay / 2).of(scores, scores.length);
    if (!(reference > 0)) {
      throw new UnusableBaselineException(
          "The baseline (%d readings) is flat: its scores do not differ from 0. Maybe the sensor was stuck."
              .formatted(ppmv.length));
    }
    return new TrainedForest(ForestState.write(forest), reference);
  }

  private static double[] finite(double[] ppmv) {
    double[] finite = Arrays.stream(ppmv).filter(Double::isFinite).toArray();
    if (finite.length < FEWEST) {
      throw new UnusableBaselineException(
          "The baseline (%d usable readings) must have at least %d."
              .formatted(finite.length, FEWEST));
    }
    return finite;
  }
}
