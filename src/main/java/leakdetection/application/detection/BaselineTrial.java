package leakdetection.application.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import leakdetection.application.jobs.JobProgress;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.Series;

/**
 * What a sensor's detector would have said of quiet readings if it had been made from another
 * baseline.
 *
 * @param warnings how many readings would have been warnings
 * @param criticals how many readings would have been critical
 * @param failure why the detector cannot work with the baseline; empty if it can
 */
public record BaselineTrial(int warnings, int criticals, Optional<String> failure) {

  private static final Instant BEGIN = Instant.EPOCH;

  /** Tells whether every reading would have been ok or undefined. */
  public boolean isQuiet() {
    return failure.isEmpty() && warnings == 0 && criticals == 0;
  }

  /** Returns what would have been said, for a person. */
  public String summary() {
    return failure.orElseGet(() -> "%d warnings, %d critical".formatted(warnings, criticals));
  }

  /**
   * Replays readings.
   *
   * @param assignment the detector with its settings and thresholds
   * @param baseline the baseline to try
   * @param ppmv [n], ppmv, equally spaced; NaN where pieces were joined: the detector sees a gap
   * @param blind how many readings at the beginning do not count
   * @param plugins runs the detector if it is foreign
   * @throws java.util.concurrent.CancellationException if the job was called off
   */
  public static BaselineTrial of(
      Assignment assignment,
      Series baseline,
      double[] ppmv,
      int blind,
      JobProgress progress,
      PluginThreads plugins) {
    int warnings = 0;
    int criticals = 0;
    Instant time = BEGIN;
    try (RunningDetector detector = RunningDetector.fresh(with(assignment, baseline), plugins)) {
      for (int i = 0; i < ppmv.length; i++) {
        progress.at(progress.share());
        if (Double.isNaN(ppmv[i])) {
          time = time.plus(Duration.ofDays(1));
          continue;
        }
        time = time.plus(baseline.interval());
        Deviation deviation =
            detector
                .judge(new TimeSeriesData(i, 0, time, ppmv[i], Quality.GOOD))
                .judgement()
                .deviation();
        warnings += i >= blind && deviation == Deviation.WARNING ? 1 : 0;
        criticals += i >= blind && deviation == Deviation.CRITICAL ? 1 : 0;
      }
    } catch (DetectorFailure failure) {
      return new BaselineTrial(warnings, criticals, Optional.of(failure.getMessage()));
    }
    return new BaselineTrial(warnings, criticals, Optional.empty());
  }

  private static Assignment with(Assignment assignment, Series baseline) {
    return new Assignment(
        assignment.sensorName(),
        assignment.detector(),
        new DetectorContext(
            baseline, assignment.context().settings(), assignment.context().normal()),
        assignment.thresholds(),
        assignment.interactiveFeedbackMode(),
        assignment.fingerprint());
  }
}
