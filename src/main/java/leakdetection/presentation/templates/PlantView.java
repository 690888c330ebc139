package leakdetection.presentation.templates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import leakdetection.application.sensors.SensorOverview;
import leakdetection.application.sensors.SensorState;
import leakdetection.application.sensors.SensorStatus;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.fields.Field;
import leakdetection.domain.templates.Template;
import leakdetection.presentation.web.PageView;

/** What {@code templates/index.xhtml} shows: the fields, their templates and how these are. */
@Named
@RequestScoped
public class PlantView {

  private static final int MOST = 1000;

  @Inject TemplateRegistry templates;
  @Inject SensorOverview overview;
  @Inject PageView page;

  private List<FieldRow> fields;

  /** A field with its templates. */
  public record FieldRow(int id, String name, String tag, List<TemplateRow> templates) {}

  /**
   * A template, its worst state as label and word, and how many sensors it carries and how many are
   * in that state.
   */
  public record TemplateRow(
      long id, String name, String state, String word, long worst, long sensors) {}

  /** Returns all fields. */
  public List<FieldRow> getFields() {
    if (fields == null) {
      List<SensorStatus> states = overview.all();
      fields = Arrays.stream(Field.values()).map(field -> row(field, states)).toList();
    }
    return fields;
  }

  private FieldRow row(Field field, List<SensorStatus> states) {
    return new FieldRow(
        field.id(),
        field.label().substring(0, 1).toUpperCase(Locale.ROOT) + field.label().substring(1),
        field.tag(),
        templates.ofField(field.id(), 0, MOST).stream().map(it -> row(it, states)).toList());
  }

  // The states come worst first.
  private TemplateRow row(Template template, List<SensorStatus> states) {
    List<SensorStatus> mounted =
        states.stream().filter(status -> status.templateId() == template.id()).toList();
    SensorState worst = mounted.isEmpty() ? SensorState.OK : mounted.get(0).state();
    return new TemplateRow(
        template.id(),
        template.name(),
        worst.label(),
        page.texts().get("state." + worst.label()),
        mounted.stream().filter(status -> status.state() == worst).count(),
        mounted.size());
  }
}
