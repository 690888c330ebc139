package leakdetection.presentation.tsd;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.tsd.ReadingRule;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.presentation.records.AdminRequest;
import leakdetection.presentation.records.AdminTexts;
import leakdetection.presentation.records.RecordFormView.Field;
import leakdetection.presentation.web.JsonMembers;

/** By what the readings of a sensor are checked and judged. */
@Named
@RequestScoped
public class ReadingRulesView {

  @Inject AdminRequest request;
  @Inject SensorRegistry sensors;
  @Inject SensorRules rules;

  private Sensor sensor;
  private List<RefusedException> refusals = List.of();

  @PostConstruct
  void load() {
    try {
      sensor = sensors.get(request.number("sensor", 0));
    } catch (RefusedException refusal) {
      fail(refusal);
    }
  }

  /** Sets the rules; what is left empty has its standard value. */
  public void save() {
    JsonObjectBuilder members = Json.createObjectBuilder();
    for (ReadingRule rule : ReadingRule.values()) {
      members.add(rule.label(), request.text(rule.label()).replace(',', '.'));
    }
    try {
      rules.choose(sensor.id(), ReadingRulesResource.read(new JsonMembers(members.build())));
      request.goTo("/admin/rules.xhtml?sensor=%d&saved=1".formatted(sensor.id()));
    } catch (RefusedException refusal) {
      fail(refusal);
    }
  }

  private void fail(RefusedException refusal) {
    request.fail(refusal);
    refusals = Refusals.of(refusal);
  }

  /** Returns what is wrong. */
  public List<String> getProblems() {
    return refusals.stream().map(request::told).toList();
  }

  /** Tells whether there is such a sensor. */
  public boolean isThere() {
    return sensor != null;
  }

  /** Returns the sensor's id. */
  public long getSensorId() {
    return sensor == null ? 0 : sensor.id();
  }

  /** Returns the sensor's plant tag. */
  public String getSensor() {
    return sensor == null ? "" : sensor.name();
  }

  /** Returns a field for each rule. */
  public List<Field> getFields() {
    ReadingRules inForce = rules.shown(sensor.id());
    return Arrays.stream(ReadingRule.values()).map(rule -> field(rule, inForce)).toList();
  }

  private Field field(ReadingRule rule, ReadingRules inForce) {
    Double chosen = inForce.chosen().get(rule);
    String value =
        request.has(rule.label())
            ? request.text(rule.label())
            : chosen == null ? "" : plain(chosen);
    return new Field(
        rule.label(),
        request.texts().get("rule." + rule.label()),
        "number",
        value,
        false,
        bounds(rule),
        refusals.stream()
            .filter(refusal -> refusal.path().contains(rule.label()))
            .map(request::told)
            .findFirst()
            .orElse(""),
        List.of());
  }

  private String bounds(ReadingRule rule) {
    AdminTexts texts = request.texts();
    return texts.get(
        Double.isNaN(rule.standard()) ? "bounds.alone" : "bounds",
        texts.number(rule.least()),
        texts.number(rule.most()),
        texts.number(rule.standard()));
  }

  private static String plain(double number) {
    return Double.toString(number).replaceFirst("\\.0$", "");
  }
}
