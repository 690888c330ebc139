package leakdetection.application.sensors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import leakdetection.application.Writer;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.deletions.DeletionRepository;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorConfiguration;
import leakdetection.domain.sensors.SensorMounted;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.sensors.SensorRepository;

/** Keeps the sensors of the templates. */
@ApplicationScoped
public class SensorRegistry {

  @Inject Writer writer;
  @Inject TemplateRegistry templates;
  @Inject SensorRepository sensors;
  @Inject DeletionRepository deletions;
  @Inject Event<SensorMounted> mounted;
  @Inject Event<SensorChanged> changed;
  @Inject Event<SensorRemoved> removed;
  @Inject Clock clock;
  @Inject SensorCapacity capacity;

  /**
   * Mounts a sensor on a template; its feed and its judgement start at once.
   *
   * @throws RefusedException if the template is unknown, the name is taken, a value breaks a rule
   *     or the memory carries no more sensors
   */
  public Sensor mount(long templateId, String name, Position position) {
    return writer.write(
        () -> {
          Sensor sensor = Sensor.mount(templates.get(templateId), name, position);
          refuseTaken(sensor.name());
          capacity.refuseMore(sensors.count());
          return sensors.add(sensor);
        },
        sensor -> mounted.fire(new SensorMounted(sensor.id(), sensor.name())));
  }

  /**
   * @throws RefusedException if there is no such sensor
   */
  public Sensor get(long id) {
    return sensors.find(id).orElseThrow(() -> RefusedException.unknown("sensor", id));
  }

  /** Returns sensors after the given id, by id; only pinned or unpinned ones if asked for. */
  public List<Sensor> page(Optional<Boolean> pinned, long afterId, int limit) {
    return sensors.page(pinned, afterId, limit);
  }

  /**
   * Returns the sensors of a template after the given id, by id.
   *
   * @throws RefusedException if there is no such template
   */
  public List<Sensor> ofTemplate(long templateId, long afterId, int limit) {
    templates.get(templateId);
    return sensors.ofTemplate(templateId, afterId, limit);
  }

  /**
   * Changes a sensor.
   *
   * @param change renames or moves it
   * @throws RefusedException if there is no such sensor, the new name is taken or a value breaks a
   *     rule
   */
  public Sensor change(long id, Consumer<Sensor> change) {
    return writer.write(
        () -> {
          Sensor sensor = get(id);
          String before = sensor.name();
          change.accept(sensor);
          if (!sensor.name().equals(before)) {
            refuseTaken(sensor.name());
          }
          return sensor;
        },
        sensor -> changed.fire(new SensorChanged(id)));
  }

  /** Pins the sensor to the dashboard, or takes it off. */
  public Sensor togglePin(long id) {
    return configure(id, SensorConfiguration::togglePin);
  }

  /** Changes what people set for a sensor. */
  public Sensor configure(long id, Consumer<SensorConfiguration> change) {
    return change(id, sensor -> change.accept(sensor.configuration()));
  }

  /**
   * Stops the feed and removes the sensor with all its data; it can be brought back for a while.
   *
   * @throws RefusedException if there is no such sensor
   */
  public void remove(long id) {
    writer.write(
        () -> {
          Sensor sensor = get(id);
          deletions.keep("sensors", id, "Sensor " + sensor.name(), clock.instant());
          sensors.remove(sensor);
          return id;
        },
        gone -> removed.fire(new SensorRemoved(gone)));
  }

  private void refuseTaken(String name) {
    if (sensors.findByName(name).isPresent()) {
      throw RefusedException.conflict(
          "name", "There already is a sensor %s. Plant tags are unique.".formatted(name));
    }
  }
}
