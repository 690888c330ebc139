package leakdetection.application.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import leakdetection.application.Writer;
import leakdetection.application.baselines.BaselineVersions;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.domain.baselines.Procedure;
import leakdetection.domain.baselines.Procedure.Outcome;
import leakdetection.domain.baselines.ProcedureRepository;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Records procedures and learns from them: the sensor's feedback baseline is its normal one
 * followed by every procedure that was learned, with no window across a junction.
 */
@ApplicationScoped
public class ProcedureLearning {

  /** How many readings a recording may hold: 90 days at 10 minutes. */
  private static final int LIMIT = 12_960;

  @Inject Writer writer;
  @Inject SensorRegistry sensors;
  @Inject TimeSeriesDataRepository readings;
  @Inject ProcedureRepository procedures;
  @Inject BaselineVersions versions;
  @Inject SystemEvents systemEvents;
  @Inject ProductSettings settings;
  @Inject Clock clock;

  /** Begins to record after the newest reading of a sensor. */
  void begin(Sensor sensor) {
    Instant newest = newest(sensor.id());
    rebuild(sensor, "The normal baseline changed since the last procedure.");
    writer.write(
        () -> {
          // One that a stop of the server left behind: nobody knows when it was over.
          recording(sensor.id()).forEach(leftBehind -> leftBehind.discard(newest));
          return procedures.add(new Procedure(sensor.id(), newest));
        });
  }

  /** Ends the recording and learns from it, unless there is nothing to learn. */
  void end(Sensor sensor) {
    recording(sensor.id()).forEach(procedure -> end(sensor, procedure));
  }

  private List<Procedure> recording(long sensorId) {
    return procedures.of(sensorId, Outcome.RECORDING);
  }

  private void end(Sensor sensor, Procedure procedure) {
    Instant newest = newest(sensor.id());
    List<TimeSeriesData> recorded =
        readings.judgedAfter(sensor.id(), procedure.beganAt(), LIMIT).stream()
            .filter(reading -> !reading.timestamp().isAfter(newest))
            .toList();
    double highest = recorded.stream().mapToDouble(TimeSeriesData::ppmv).max().orElse(0);
    if (recorded.isEmpty() || highest >= Procedure.TOO_HIGH) {
      change(procedure.id(), kept -> kept.discard(newest));
      systemEvents.raise(
          SystemEventType.INFO, discarded(sensor, recorded.size(), highest), sensor.id());
      return;
    }
    double[] ppmv = withWindowBefore(sensor.id(), procedure.beganAt(), recorded);
    Instant last = recorded.get(recorded.size() - 1).timestamp();
    change(procedure.id(), kept -> kept.learn(last, ppmv));
    String lesson =
        "Sensor %s learned the procedure from %s to %s (%d readings, at most %.1f ppmv)."
            .formatted(sensor.name(), procedure.beganAt(), last, recorded.size(), highest);
    rebuild(sensor, lesson);
    systemEvents.raise(SystemEventType.ALERT_SUCCESS, lesson, sensor.id());
  }

  /** Returns a sensor's procedures, oldest first. */
  public List<Procedure> of(long sensorId) {
    sensors.get(sensorId);
    return procedures.of(sensorId);
  }

  /**
   * Unlearns a procedure.
   *
   * @throws RefusedException if there is no such sensor or procedure, or it was not learned
   */
  public Procedure undo(long sensorId, long procedureId) {
    Sensor sensor = sensors.get(sensorId);
    Procedure procedure =
        procedures
            .find(procedureId)
            .filter(candidate -> candidate.sensorId() == sensorId)
            .orElseThrow(() -> RefusedException.unknown("procedure", procedureId));
    if (procedure.outcome() != Outcome.LEARNED) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("path", "procedureId"),
          "Procedure %d is %s; only a learned one can be undone."
              .formatted(procedureId, procedure.outcome().name().toLowerCase(Locale.ROOT)));
    }
    Procedure undone = change(procedureId, Procedure::undo);
    rebuild(sensor, "The procedure from %s was undone.".formatted(procedure.beganAt()));
    return undone;
  }

  private static String discarded(Sensor sensor, int readings, double highest) {
    return readings == 0
        ? "Sensor %s had no reading during the procedure; nothing was learned."
            .formatted(sensor.name())
        : "The procedure of sensor %s was not learned: its highest reading (%.1f ppmv) is %.0f ppmv or more and may be a leak."
            .formatted(sensor.name(), highest, Procedure.TOO_HIGH);
  }

  /** Makes the feedback baseline anew from the normal one and all that was learned. */
  private void rebuild(Sensor sensor, String reason) {
    versions.change(
        sensor.id(),
        BaselineRole.FEEDBACK,
        reason,
        inForce -> feedbackBaseline(sensor.id()),
        (unchanged, version) -> {});
  }

  private Baseline feedbackBaseline(long sensorId) {
    List<Procedure> learned = procedures.of(sensorId, Outcome.LEARNED);
    Baseline normal = versions.inForce(sensorId, BaselineRole.NORMAL).baseline();
    if (learned.isEmpty()) {
      return normal;
    }
    BaselineSeries series = normal.series();
    for (Procedure procedure : learned) {
      series = series.followedBy(procedure.ppmv());
    }
    return new Baseline(
        normal.name() + " with procedures",
        series,
        false,
        "%s followed by %d procedures of the sensor".formatted(normal.name(), learned.size()),
        clock.instant());
  }

  private double[] withWindowBefore(long sensorId, Instant beganAt, List<TimeSeriesData> recorded) {
    int window = settings.anomalyDetection().windowSize();
    List<TimeSeriesData> before =
        readings.judgedBefore(sensorId, beganAt.plusNanos(1000), window - 1);
    return LearnedStretch.of(before, recorded);
  }

  private Instant newest(long sensorId) {
    return readings.newest(sensorId).orElse(Instant.EPOCH);
  }

  private Procedure change(long procedureId, Consumer<Procedure> change) {
    return writer.write(
        () -> {
          Optional<Procedure> procedure = procedures.find(procedureId);
          procedure.ifPresent(change);
          return procedure.orElseThrow();
        });
  }
}
