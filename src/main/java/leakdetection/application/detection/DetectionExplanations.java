package leakdetection.application.detection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.spi.Explanation;

/**
 * Says why a reading got its score: the sensor's detector is made anew, shown what was judged
 * before and asked. Nothing is stored, and the detector that judges live readings is not touched.
 */
@ApplicationScoped
public class DetectionExplanations {

  /** How many judged readings are shown with an explanation that has no curve: a day of 10 min. */
  private static final int WINDOW = 144;

  /** Longest window that is answered, readings. */
  private static final int LONGEST = 2_000;

  private static final int PATIENCE_SECONDS = 10;

  @Inject DetectorChoice choice;
  @Inject AnomalyDetectionRepository detections;

  @Resource(lookup = "concurrent/detection")
  ManagedExecutorService executor;

  @Resource(lookup = "concurrent/plugins")
  ManagedExecutorService plugins;

  @Inject PluginThreads pluginThreads;

  /**
   * Explains the last detection that is not later than a time.
   *
   * @throws RefusedException if there is no such sensor or detection, or its detector fails or does
   *     not answer in time
   */
  public ExplainedDetection of(long sensorId, Instant at) {
    Assignment assignment = choice.of(sensorId);
    Instant end = at.equals(Instant.MAX) ? at : at.plus(1, ChronoUnit.MICROS);
    List<AnomalyDetection> judged = detections.before(sensorId, end, Judging.REPLAY);
    if (judged.isEmpty()) {
      throw new RefusedException(
          RefusedException.Reason.UNKNOWN,
          List.of("query", "at"),
          "No reading of sensor %s was judged until then.".formatted(assignment.sensorName()));
    }
    // A foreign one that hangs must not keep a thread of the built-in ones.
    Executor asker = assignment.detector().isBuiltIn() ? executor : plugins;
    return awaited(
        CompletableFuture.supplyAsync(() -> explained(assignment, judged), asker), assignment);
  }

  private ExplainedDetection explained(Assignment assignment, List<AnomalyDetection> judged) {
    try (RunningDetector detector = RunningDetector.fresh(assignment, pluginThreads)) {
      double score = Double.NaN;
      for (AnomalyDetection detection : judged) {
        Sample sample = Sample.of(detection);
        score = sample.isUsable() ? detector.judge(sample).judgement().score() : Double.NaN;
      }
      return explained(assignment, judged, score, detector.explain());
    }
  }

  private static ExplainedDetection explained(
      Assignment assignment,
      List<AnomalyDetection> judged,
      double score,
      Optional<Explanation> explanation) {
    int curve = explanation.map(it -> it.expected().size()).orElse(0);
    int shown = Math.min(Math.max(curve, WINDOW), LONGEST);
    Duration interval = assignment.context().baseline().interval();
    return new ExplainedDetection(
        judged.get(judged.size() - 1),
        assignment.detector().id(),
        score,
        assignment.thresholds(),
        interval,
        List.copyOf(judged.subList(Math.max(0, judged.size() - shown), judged.size())),
        explanation);
  }

  private static ExplainedDetection awaited(
      CompletableFuture<ExplainedDetection> asked, Assignment assignment) {
    try {
      return asked.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException failure) {
      String reason =
          failure.getCause() instanceof TimeoutException
              ? "Detector %s did not answer within %d s."
                  .formatted(assignment.detector().id(), PATIENCE_SECONDS)
              : failure.getCause().getMessage();
      throw new RefusedException(RefusedException.Reason.NOT_NOW, List.of("path", "id"), reason);
    }
  }
}
