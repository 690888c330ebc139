package leakdetection.application.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
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

  /** Returns a version of a sensor's baseline. */
  public Optional<BaselineVersion> find(long sensorId, BaselineRole role, int version) {
    return baselines.versions(sensorId, role).stream()
        .filter(candidate -> candidate.version() == version)
        .findFirst();
  }

  /**
   * Puts a baseline into force; the sensor is judged by it at once. All of it is one transaction,
   * so two changes at a time are both there in the end. One that changes nothing makes no version.
   *
   * @param reason why, one sentence
   * @param next makes the new baseline, kept already or not, from the version in force
   * @param note what else changes with it; gets the version that is in force then
   * @throws RefusedException if there is no such sensor
   */
  public BaselineVersion change(
      long sensorId,
      BaselineRole role,
      String reason,
      Function<BaselineVersion, Baseline> next,
      BiConsumer<Sensor, BaselineVersion> note) {
    shelf.inForce(sensorId, role); // puts the first one into force, if need be, by itself
    return writer.write(
        () -> {
          Sensor sensor = sensor(sensorId);
          BaselineVersion version = putIntoForce(sensorId, role, reason, next);
          note.accept(sensor, version);
          return version;
        },
        version -> changed.fire(new SensorChanged(sensorId)));
  }

  private BaselineVersion putIntoForce(
      long sensorId, BaselineRole role, String reason, Function<BaselineVersion, Baseline> next) {
    BaselineVersion before = shelf.inForce(sensorId, role);
    Baseline kept = baselines.keep(next.apply(before));
    if (kept.fingerprint().equals(before.baseline().fingerprint())) {
      return before;
    }
    // Until the first procedure was learned, the normal one is in force in feedback mode.
    int last = before.role() == role ? before.version() : 0;
    return baselines.add(
        new BaselineVersion(sensorId, role, last + 1, kept, reason, clock.instant()));
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
        "Rolled back to version %d (%s).".formatted(version, wanted.baseline().name()),
        inForce -> wanted.baseline(),
        (sensor, inForce) -> {});
  }

  private Sensor sensor(long sensorId) {
    return sensors.find(sensorId).orElseThrow(() -> RefusedException.unknown("sensor", sensorId));
  }
}
