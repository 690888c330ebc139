package leakdetection.application.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import leakdetection.application.Writer;
import leakdetection.domain.RefusedException;
import leakdetection.domain.deletions.DeletionRepository;
import leakdetection.domain.fields.Field;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.templates.EnvironmentPaths;
import leakdetection.domain.templates.PlumeConditions;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateRepository;
import leakdetection.domain.templates.TemplateShape;

/** Keeps the templates of the fields. */
@ApplicationScoped
public class TemplateRegistry {

  @Inject Writer writer;
  @Inject TemplateRepository templates;
  @Inject SensorRepository sensors;
  @Inject DeletionRepository deletions;
  @Inject Event<SensorRemoved> removed;
  @Inject Clock clock;

  /**
   * Adds a template.
   *
   * @throws RefusedException if the field is unknown, the name is taken on it or a value breaks a
   *     rule
   */
  public Template add(
      long fieldId, String name, TemplateShape shape, EnvironmentPaths environment) {
    return add(fieldId, name, shape, environment, PlumeConditions.USUAL);
  }

  /**
   * Adds a template with water or sensors of its own kind.
   *
   * @throws RefusedException if the field is unknown, the name is taken on it or a value breaks a
   *     rule
   */
  public Template add(
      long fieldId,
      String name,
      TemplateShape shape,
      EnvironmentPaths environment,
      PlumeConditions conditions) {
    Field field = field(fieldId);
    return writer.write(
        () -> {
          Template template = new Template(field, name, shape, environment);
          template.immerse(conditions);
          refuseTaken(field, template.name());
          return templates.add(template);
        });
  }

  /**
   * Returns the templates of a field after the given id, by id.
   *
   * @throws RefusedException if the field is unknown
   */
  public List<Template> ofField(long fieldId, long afterId, int limit) {
    return templates.ofField(field(fieldId), afterId, limit);
  }

  /**
   * @throws RefusedException if there is no such template
   */
  public Template get(long id) {
    return templates.find(id).orElseThrow(() -> RefusedException.unknown("template", id));
  }

  /**
   * Changes a template.
   *
   * @param change renames it, reshapes it or points to other measurements
   * @throws RefusedException if there is no such template, the new name is taken on its field or a
   *     value breaks a rule
   */
  public Template change(long id, Consumer<Template> change) {
    return writer.write(
        () -> {
          Template template = get(id);
          String before = template.name();
          change.accept(template);
          if (!template.name().equals(before)) {
            refuseTaken(template.field(), template.name());
          }
          return template;
        });
  }

  /**
   * Removes a template; it can be brought back for a while.
   *
   * @param cascade whether its sensors go with it
   * @throws RefusedException if there is no such template, or if it carries sensors and {@code
   *     cascade} is false
   */
  public void remove(long id, boolean cascade) {
    writer.write(
        () -> {
          Template template = get(id);
          List<Sensor> carried = sensors.ofTemplate(id, 0, Integer.MAX_VALUE);
          if (!carried.isEmpty() && !cascade) {
            throw new RefusedException(
                RefusedException.Reason.CONFLICT,
                List.of("query", "cascade"),
                "Template %s carries %d sensors. Remove them first, or ask with cascade=true."
                    .formatted(template.name(), carried.size()));
          }
          deletions.keep("templates", id, "Template " + template.name(), clock.instant());
          carried.forEach(sensors::remove);
          templates.remove(template);
          return carried;
        },
        carried -> carried.forEach(sensor -> removed.fire(new SensorRemoved(sensor.id()))));
  }

  private void refuseTaken(Field field, String name) {
    if (templates.findByName(field, name).isPresent()) {
      throw RefusedException.conflict(
          "name",
          "Field %s already has a template %s. Names are unique on a field."
              .formatted(field.label(), name));
    }
  }

  private static Field field(long id) {
    return Field.find(id)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Reason.UNKNOWN,
                    List.of("path", "fieldId"),
                    "There is no field %d. The fields are 1 to %d."
                        .formatted(id, Field.values().length)));
  }
}
