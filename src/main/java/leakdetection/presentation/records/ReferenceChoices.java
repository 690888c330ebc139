package leakdetection.presentation.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.fields.Field;
import leakdetection.domain.sensors.Sensor;

/** What can be chosen where a form refers to a template or a sensor. */
@Named("references")
@ApplicationScoped
public class ReferenceChoices {

  private static final int MOST = 2000;

  @Inject TemplateRegistry templates;
  @Inject SensorRegistry sensors;

  /** A template's id with its field and name. */
  public record Choice(String value, String label) {}

  /** Returns the templates of all fields. */
  public List<Choice> templates() {
    return Arrays.stream(Field.values())
        .flatMap(field -> templates.ofField(field.id(), 0, MOST).stream())
        .map(
            template ->
                new Choice(
                    template.id().toString(), label(template.name(), template.field().label())))
        .toList();
  }

  /** Names are unique on a field only; most hold the field's name anyway. */
  private static String label(String name, String field) {
    return name.toLowerCase(Locale.ROOT).contains(field) ? name : name + " (" + field + ")";
  }

  /** Returns the templates for a page. */
  public List<Choice> getTemplateChoices() {
    return templates();
  }

  /** Returns the plant tags of the sensors. */
  public List<String> sensors() {
    return sensors.page(Optional.empty(), 0, MOST).stream().map(Sensor::name).sorted().toList();
  }

  /** Returns the plant tags for a page. */
  public List<String> getSensors() {
    return sensors();
  }
}
