package leakdetection.application.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import leakdetection.application.detection.HungPluginException;
import leakdetection.application.detection.PluginCall;
import leakdetection.application.detection.PluginThreads;
import leakdetection.spi.Assessment;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;

/** Lets a detector judge recorded readings one after the other, as it would judge live ones. */
public final class Replay {

  /** The slowest detector needs about a millisecond for a reading. */
  private static final int READINGS_BETWEEN_QUESTIONS = 64;

  private Replay() {}

  /**
   * Makes a fresh detector from a baseline and returns its levels.
   *
   * @param contender the detector and its settings
   * @param baseline what it learns from
   * @param readings what it judges; unusable readings are kept from it
   * @param plugins lends its thread if the detector is foreign
   * @param progress asked now and then whether to end
   * @return [n], percent; NaN where it could not judge or did not see the reading
   * @throws ContenderFailedException if it cannot be made or breaks its contract
   * @throws CancellationException if the run was cancelled
   */
  public static double[] levels(
      Contender contender,
      Series baseline,
      History readings,
      PluginThreads plugins,
      Progress progress)
      throws ContenderFailedException {
    try {
      return plugins.run(
          contender.detector(), call -> levels(contender, baseline, readings, call, progress));
    } catch (HungPluginException hung) {
      throw new ContenderFailedException(hung.getMessage(), hung);
    }
  }

  private static double[] levels(
      Contender contender, Series baseline, History readings, PluginCall call, Progress progress)
      throws ContenderFailedException {
    try (Detector detector = create(contender, baseline, readings, call)) {
      double[] levels = new double[readings.length()];
      Arrays.fill(levels, Double.NaN);
      for (int i = 0; i < levels.length; i++) {
        if (i % READINGS_BETWEEN_QUESTIONS == 0) {
          progress.endIfCancelled();
        }
        if (readings.isUsable(i)) {
          levels[i] = level(contender, detector, readings, i, call);
        }
      }
      return levels;
    }
  }

  private static Detector create(
      Contender contender, Series baseline, History readings, PluginCall call)
      throws ContenderFailedException {
    Detector detector;
    try {
      detector =
          call.make(
              () ->
                  contender
                      .detector()
                      .provider()
                      .create(new DetectorContext(baseline, contender.settings(), List.of())));
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      throw failed(contender, "cannot learn for " + readings.name(), failure);
    }
    if (detector == null) {
      throw new ContenderFailedException(
          "Detector %s made nothing for %s.".formatted(contender.name(), readings.name()), null);
    }
    return detector;
  }

  private static double level(
      Contender contender, Detector detector, History readings, int i, PluginCall call)
      throws ContenderFailedException {
    Assessment assessment;
    try {
      assessment =
          call.make(() -> detector.assess(new Reading(readings.time(i), readings.ppmv()[i])));
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      throw failed(
          contender, "failed on %s at %s".formatted(readings.name(), readings.time(i)), failure);
    }
    if (assessment == null) {
      throw new ContenderFailedException(
          "Detector %s returned no assessment for %s at %s."
              .formatted(contender.name(), readings.name(), readings.time(i)),
          null);
    }
    return assessment.isDefined() ? assessment.score() : Double.NaN;
  }

  private static ContenderFailedException failed(
      Contender contender, String doing, Throwable failure) {
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return new ContenderFailedException(
        "Detector %s %s: %s".formatted(contender.name(), doing, reason), failure);
  }
}
