package leakdetection.application.detection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

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
  public Optional<SensorEvent> lastEvent() {
    return Optional.empty();
  }

  // Not what the counting lane judged, which may be behind or ahead.
  @Override
  public List<Sample> judged(Instant after, Instant upTo) {
    TimeSeriesDataRepository readings = services.readings();
    List<TimeSeriesData> taken = new ArrayList<>();
    Instant from = after;
    for (List<TimeSeriesData> page = readings.takenAfter(sensorId, from, SensorJudge.BATCH);
        !page.isEmpty() && !from.isAfter(upTo);
        page = readings.takenAfter(sensorId, from, SensorJudge.BATCH)) {
      taken.addAll(page);
      from = page.get(page.size() - 1).timestamp();
    }
    return samples(readings.takenBefore(sensorId, next(after), Intake.REMEMBERED), taken, upTo);
  }

  @Override
  public List<Sample> judgedLast(Instant upTo, int limit) {
    return samples(List.of(), services.readings().takenBefore(sensorId, next(upTo), limit), upTo);
  }

  private List<Sample> samples(
      List<TimeSeriesData> before, List<TimeSeriesData> taken, Instant upTo) {
    List<Sample> samples = new ArrayList<>();
    Intake intake = new Intake(services.rules().apply(sensorId), new OnlySamples(samples));
    intake.remember(before);
    taken.stream()
        .filter(reading -> !reading.timestamp().isAfter(upTo))
        .forEach(reading -> intake.take(reading, 0));
    return samples;
  }

  private static Instant next(Instant time) {
    return time.equals(Instant.MIN) ? time : time.plus(1, ChronoUnit.MICROS);
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
