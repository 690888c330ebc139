package leakdetection.application.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import leakdetection.application.Writer;
import leakdetection.application.detection.BaselineShelf;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineVersion;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorRepository;

/** Keeps which baseline judges a sensor, now and before. */
@ApplicationScoped
public class BaselineVersions {

  @Inject Writer writer;
  @Inject BaselineRepository baselines;
  @Inject BaselineShelf shelf;
  @Inject SensorRepository sensors;
  @Inject Event<SensorChanged> changed;
  @Inject Clock clock;

  /**
   * Returns a sensor's versions, newest first; the first one is in force.
   *
   * @throws RefusedException if there is no such sensor
   */
  public List<BaselineVersion> of(long sensorId, BaselineRole role) {
    sensor(sensorId);
    shelf.inForce(sensorId, role);
    return baselines.versions(sensorId, role);
  }

  /** Returns the version in force. */
  public BaselineVersion inForce(long sensorId, BaselineRole role) {
    return shelf.inForce(sensorId, role);
  }

  /**
   * Puts a baseline into force; the sensor is judged by it at once.
   *
   * @param baseline kept already, or new
   * @param reason why, one sentence
   * @param note what else changes with it, in the same transaction
   */
  public BaselineVersion change(
      long sensorId, BaselineRole role, Baseline baseline, String reason, Consumer<Sensor> note) {
    BaselineVersion before = shelf.inForce(sensorId, role);
    return writer.write(
        () -> {
          note.accept(sensor(sensorId));
          Baseline kept = baselines.keep(baseline);
          int last = baselines.current(sensorId, role).map(BaselineVersion::version).orElse(0);
          return baselines.add(
              new BaselineVersion(sensorId, role, last + 1, kept, reason, clock.instant()));
        },
        version -> {
          if (!version.baseline().fingerprint().equals(before.baseline().fingerprint())) {
            changed.fire(new SensorChanged(sensorId));
          }
        });
  }

  /**
   * Goes back to an earlier version: its baseline comes into force as a new version.
   *
   * @throws RefusedException if there is no such sensor or version, or it is in force
   */
  public BaselineVersion rollBack(long sensorId, BaselineRole role, int version) {
    List<BaselineVersion> versions = of(sensorId, role);
    BaselineVersion wanted =
        versions.stream()
            .filter(candidate -> candidate.version() == version)
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Reason.UNKNOWN,
                        List.of("body", "version"),
                        "The sensor's %s baseline has no version %d; it has 1 to %d."
                            .formatted(role.label(), version, versions.size())));
    if (wanted == versions.get(0)) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("body", "version"),
          "Version %d is in force already.".formatted(version));
    }
    return change(
        sensorId,
        role,
        wanted.baseline(),
        "Rolled back to version %d (%s).".formatted(version, wanted.baseline().name()),
        sensor -> {});
  }

  private Sensor sensor(long sensorId) {
    return sensors.find(sensorId).orElseThrow(() -> RefusedException.unknown("sensor", sensorId));
  }
}
