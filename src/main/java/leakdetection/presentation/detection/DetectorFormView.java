package leakdetection.presentation.detection;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import leakdetection.application.detection.Assignment;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.DetectorChoice;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.SecondOpinions;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.ShadowDetector;
import leakdetection.domain.sensors.Sensor;
import leakdetection.presentation.records.AdminRequest;
import leakdetection.presentation.records.RecordFormView.Field;
import leakdetection.presentation.web.JsonMembers;
import leakdetection.spi.Parameter;

/** Which detector judges a sensor, with which settings, and which others watch in the shadow. */
@Named
@RequestScoped
public class DetectorFormView {

  private static final String PREFIX = "setting.";

  @Inject AdminRequest request;
  @Inject SensorRegistry sensors;
  @Inject DetectorCatalogue catalogue;
  @Inject DetectorChoice choice;
  @Inject SecondOpinions opinions;

  private Sensor sensor;
  private InstalledDetector chosen;
  private Map<String, Double> inForce = Map.of();
  private String inForceId = "";
  private List<String> problems = List.of();

  /** A detector to choose from. */
  public record Choice(
      String id, String name, String summary, boolean shown, boolean inForce, boolean shadow) {}

  @PostConstruct
  void load() {
    try {
      sensor = sensors.get(request.number("sensor", 0));
      readInForce();
      String wanted = request.text("detector");
      chosen = catalogue.find(wanted.isEmpty() ? inForceId : wanted).orElse(null);
      if (chosen == null) {
        chosen = catalogue.installed().get(0);
      }
    } catch (RefusedException refusal) {
      fail(refusal);
    }
  }

  private void readInForce() {
    try {
      Assignment assignment = choice.of(sensor.id());
      inForceId = assignment.detector().id();
      inForce = assignment.context().settings().asMap();
    } catch (RefusedException gone) {
      problems = List.of(request.told(gone));
    }
  }

  /** Lets the chosen detector judge the sensor. */
  public void choose() {
    try {
      Map<String, Double> settings = given();
      choice.choose(sensor.id(), chosen.id(), settings);
      request.goTo("/admin/detector.xhtml?sensor=%d&saved=1".formatted(sensor.id()));
    } catch (RefusedException refusal) {
      fail(refusal);
    }
  }

  private Map<String, Double> given() {
    JsonObjectBuilder members = Json.createObjectBuilder();
    UnaryOperator<String> text = name -> request.text(PREFIX + name).replace(',', '.');
    chosen.descriptor().parameters().stream()
        .map(Parameter::name)
        .forEach(name -> members.add(name, text.apply(name)));
    JsonMembers body = new JsonMembers(members.build());
    Map<String, Double> settings = DetectorFields.read(chosen.descriptor(), text, body);
    body.throwIfRefused();
    return settings;
  }

  /** Lets the chosen detector watch in the shadow, with the settings that were given. */
  public void watch() {
    Map<String, Map<String, Double>> wanted = new LinkedHashMap<>(shadows());
    try {
      wanted.put(chosen.id(), given());
      keep(wanted);
    } catch (RefusedException refusal) {
      fail(refusal);
    }
  }

  /** Chooses the detectors in the shadow; those that stay keep their settings and scores. */
  public void shadow() {
    Map<String, Map<String, Double>> known = shadows();
    Map<String, Map<String, Double>> wanted = new LinkedHashMap<>();
    request.all("shadow").forEach(id -> wanted.put(id, known.getOrDefault(id, Map.of())));
    try {
      keep(wanted);
    } catch (RefusedException refusal) {
      fail(refusal);
    }
  }

  private void keep(Map<String, Map<String, Double>> wanted) {
    opinions.choose(sensor.id(), wanted);
    request.goTo("/admin/detector.xhtml?sensor=%d&saved=1".formatted(sensor.id()));
  }

  private Map<String, Map<String, Double>> shadows() {
    return opinions.of(sensor.id()).stream()
        .collect(Collectors.toMap(ShadowDetector::detectorId, ShadowDetector::settings));
  }

  private void fail(RefusedException refusal) {
    request.fail(refusal);
    problems = Refusals.of(refusal).stream().map(request::told).toList();
  }

  /** Returns what is wrong. */
  public List<String> getProblems() {
    return problems;
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

  /** Returns the id of the detector whose settings are shown. */
  public String getDetector() {
    return chosen == null ? "" : chosen.id();
  }

  /** Returns what the detector whose settings are shown is called. */
  public String getDetectorName() {
    return chosen == null ? "" : said(chosen).name();
  }

  /** Returns the detectors to choose from. */
  public List<Choice> getChoices() {
    Set<String> shadows = shadows().keySet();
    return catalogue.installed().stream()
        .map(detector -> choice(detector, shadows.contains(detector.id())))
        .toList();
  }

  private Choice choice(InstalledDetector detector, boolean shadow) {
    DetectorTexts said = said(detector);
    return new Choice(
        detector.id(),
        said.name(),
        said.summary(),
        detector.equals(chosen),
        detector.id().equals(inForceId),
        shadow);
  }

  private DetectorTexts said(InstalledDetector detector) {
    return new DetectorTexts(detector.descriptor(), request.texts());
  }

  /** Returns the fields of the detector whose settings are shown. */
  public List<Field> getFields() {
    Map<String, Double> settings =
        chosen.id().equals(inForceId) ? inForce : shadows().getOrDefault(chosen.id(), Map.of());
    return DetectorFields.of(
        chosen.descriptor(), PREFIX, name -> value(name, settings), request.texts());
  }

  private String value(String name, Map<String, Double> settings) {
    if (request.has(PREFIX + name)) {
      return request.text(PREFIX + name);
    }
    return settings.containsKey(name) ? DetectorFields.plain(settings.get(name)) : "";
  }
}
