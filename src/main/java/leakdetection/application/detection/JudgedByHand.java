package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import leakdetection.application.Writer;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Judgements that a person enters. They change no detector's state, raise no alarm, and give way
 * when their stretch is judged again.
 */
@ApplicationScoped
public class JudgedByHand {

  /** What stands for the detector. */
  public static final String PERSON = "by-hand";

  @Inject Writer writer;
  @Inject TimeSeriesDataRepository readings;
  @Inject AnomalyDetectionRepository detections;

  /**
   * Judges a stored reading that no detector has judged.
   *
   * @throws RefusedException if the sensor has no reading at this time, or it is judged already
   */
  public AnomalyDetection judge(long sensorId, Instant time, Judgement judgement) {
    return writer.write(
        () -> {
          TimeSeriesData reading = readings.at(sensorId, Set.of(time)).get(time);
          if (reading == null) {
            throw RefusedException.invalid(
                "timestamp", "The sensor has no reading at %s.".formatted(time));
          }
          Instant after = time.plus(1, ChronoUnit.MICROS);
          if (!detections.between(sensorId, time, after, 1).isEmpty()) {
            throw RefusedException.conflict(
                "timestamp", "The reading at %s is judged already; change that.".formatted(time));
          }
          AnomalyDetection detection =
              new AnomalyDetection(detections.nextId(), reading, judgement);
          detections.addAll(List.of(detection));
          return detection;
        });
  }
}
