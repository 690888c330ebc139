package leakdetection.application.detection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEventType;

/** The judgements that count: they are detections, and alarms follow from them. */
record CountingLane(long sensorId, JudgeServices services) implements Lane {

  @Override
  public Optional<Assignment> assignment() {
    return services.assignments().of(sensorId);
  }

  @Override
  public Optional<KeptSnapshot> snapshot() {
    return services.detections().snapshot(sensorId);
  }

  @Override
  public Instant judgedUpTo() {
    return services
        .detections()
        .newest(sensorId)
        .map(AnomalyDetection::timestamp)
        .orElse(Instant.MIN);
  }

  @Override
  public Optional<SensorEvent> lastEvent() {
    return services.events().last(sensorId);
  }

  @Override
  public List<Sample> judged(Instant after, Instant upTo) {
    return samples(
        services.detections().between(sensorId, next(after), next(upTo), Integer.MAX_VALUE));
  }

  @Override
  public List<Sample> judgedLast(Instant upTo, int limit) {
    return samples(services.detections().before(sensorId, next(upTo), limit));
  }

  /** What came late was not judged in its turn, and the detector did not see it. */
  private static List<Sample> samples(List<AnomalyDetection> detections) {
    return detections.stream()
        .filter(detection -> !detection.timeSeriesData().quality().isLate())
        .map(Sample::of)
        .toList();
  }

  private static Instant next(Instant time) {
    return time.equals(Instant.MIN) ? time : time.plus(1, ChronoUnit.MICROS);
  }

  @Override
  public CompletableFuture<?> record(Batch batch) {
    return services.recorder().record(batch);
  }

  @Override
  public void complain(String message) {
    services
        .systemEvents()
        .raise(
            SystemEventType.ALERT_CRITICAL,
            message + " The sensor is not judged until its detector is changed.",
            sensorId);
  }
}
