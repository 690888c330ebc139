package leakdetection.application.detection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.tsd.TimeSeriesData;

/** A second opinion: its scores are kept beside those that count, and raise nothing. */
record ShadowLane(long sensorId, String detectorId, JudgeServices services) implements Lane {

  @Override
  public Optional<Assignment> assignment() {
    return services.assignments().ofShadow(sensorId, detectorId);
  }

  @Override
  public Optional<KeptSnapshot> snapshot() {
    return services.shadows().snapshot(sensorId, detectorId);
  }

  /** A new opinion begins with what a new detector is shown, so that it can be compared at once. */
  @Override
  public Instant judgedUpTo() {
    return services
        .shadows()
        .newest(sensorId, detectorId)
        .or(() -> beginning().map(TimeSeriesData::timestamp))
        .orElse(Instant.MIN);
  }

  private Optional<TimeSeriesData> beginning() {
    List<TimeSeriesData> shown =
        services.readings().inTurnBefore(sensorId, Instant.MAX, Judging.REPLAY);
    return shown.size() < Judging.REPLAY ? Optional.empty() : Optional.of(shown.get(0));
  }

  @Override
  public SensorEventType state() {
    return null;
  }

  @Override
  public CompletableFuture<?> record(Batch batch) {
    return services.shadowRecorder().record(detectorId, batch);
  }

  @Override
  public void complain(String message) {
    services
        .systemEvents()
        .raise(
            SystemEventType.INFO, message + " The sensor goes on without this opinion.", sensorId);
  }
}
