package leakdetection.application.detection;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
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
  public SensorEventType state() {
    return services.events().last(sensorId).map(SensorEvent::type).orElse(null);
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
