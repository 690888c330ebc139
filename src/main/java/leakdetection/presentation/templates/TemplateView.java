package leakdetection.presentation.templates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.List;
import leakdetection.application.sensors.SensorOverview;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.templates.Template;
import leakdetection.presentation.sensors.SensorRow;
import leakdetection.presentation.web.PageView;

/** What {@code templates/template.xhtml} and the form for a new sensor show of a template. */
@Named
@RequestScoped
public class TemplateView {

  @Inject TemplateRegistry templates;
  @Inject SensorOverview overview;
  @Inject PageView page;

  private Template template;

  /** Reads the template that the address names; answers 404 where there is none. */
  public void load() {
    try {
      template = templates.get(page.id());
    } catch (RefusedException unknown) {
      page.missing();
    }
  }

  /** Returns the template as the API answers it. */
  public TemplateBody getTemplate() {
    return TemplateBody.of(template);
  }

  /** Returns the name of its field. */
  public String getField() {
    String label = template.field().label();
    return label.substring(0, 1).toUpperCase(page.getLocale()) + label.substring(1);
  }

  /** Returns a number as the reader writes it; a dash where there is none. */
  public String number(Double number) {
    return number == null ? "–" : NumberFormat.getInstance(page.getLocale()).format(number);
  }

  /** Returns its sensors, worst first. */
  public List<SensorRow> getSensors() {
    return overview.all().stream()
        .filter(status -> status.templateId() == template.id())
        .map(status -> SensorRow.of(status, page.texts()))
        .toList();
  }
}
