package leakdetection.presentation.backtest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakdetection.application.backtest.BacktestJobs;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.jobs.Jobs;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;
import leakdetection.domain.jobs.JobKind;
import leakdetection.presentation.detection.DetectorFields;
import leakdetection.presentation.detection.DetectorTexts;
import leakdetection.presentation.records.AdminRequest;
import leakdetection.presentation.records.Cell;
import leakdetection.presentation.records.RecordFormView.Field;
import leakdetection.presentation.web.JsonMembers;
import leakdetection.spi.Parameter;

/** What a new backtest is to compare, and the earlier ones. */
@Named
@RequestScoped
public class BacktestFormView {

  private static final int MOST_SENSORS = 1000;
  private static final int SHOWN = 50;
  private static final String STANDARD_PEAKS = "25, 50, 100, 200, 500, 1000";
  private static final String STANDARD_DURATIONS = "6, 12, 24, 48, 120";

  @Inject AdminRequest request;
  @Inject SensorRegistry sensors;
  @Inject DetectorCatalogue catalogue;
  @Inject BacktestJobs backtests;
  @Inject Jobs jobs;

  private List<String> problems = List.of();

  /** Something that can be ticked. */
  public record Tick(String value, String label, boolean ticked) {}

  /** A detector that can take part, with its settings. */
  public record Entry(Tick tick, String summary, List<Field> fields) {}

  /** An earlier backtest. */
  public record Earlier(long id, String state, String stateName, String summary, String at) {}

  /** Starts the backtest and shows it. */
  public void start() {
    try {
      long id = backtests.start(BacktestRequest.wish(new JsonMembers(body()))).id();
      request.goTo("/admin/backtest.xhtml?id=" + id);
    } catch (RefusedException refusal) {
      request.fail(refusal);
      problems = Refusals.of(refusal).stream().map(request::told).toList();
    }
  }

  private JsonObject body() {
    JsonArrayBuilder chosen = Json.createArrayBuilder();
    request.all("sensors").forEach(id -> chosen.add(number("sensors", id)));
    JsonArrayBuilder entries = Json.createArrayBuilder();
    request.all("detectors").forEach(id -> entries.add(entry(id)));
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("sensors", chosen)
            .add("detectors", entries)
            .add("leaks", leaks());
    for (String name : List.of("from", "to", "trainUntil")) {
      body.add(name, request.time(name).map(Instant::toString).orElse(""));
    }
    return body.build();
  }

  private JsonObjectBuilder entry(String id) {
    JsonObjectBuilder settings = Json.createObjectBuilder();
    catalogue.find(id).stream()
        .flatMap(detector -> detector.descriptor().parameters().stream())
        .map(Parameter::name)
        .forEach(name -> settings.add(name, given(id + "." + name)));
    return Json.createObjectBuilder()
        .add("id", id)
        .add("threshold", given(id + ".threshold"))
        .add("settings", settings);
  }

  private String given(String name) {
    return request.text(name).replace(',', '.');
  }

  private JsonObjectBuilder leaks() {
    JsonArrayBuilder peaks = Json.createArrayBuilder();
    words("peaks").forEach(word -> peaks.add(number("peaks", word)));
    JsonArrayBuilder durations = Json.createArrayBuilder();
    words("durations")
        .forEach(
            hours -> durations.add("PT%dM".formatted(Math.round(60 * number("durations", hours)))));
    JsonArrayBuilder shapes = Json.createArrayBuilder();
    request.all("shapes").forEach(shapes::add);
    return Json.createObjectBuilder()
        .add("peaks", peaks)
        .add("durations", durations)
        .add("shapes", shapes)
        .add("perPeak", given("perPeak"))
        .add("seed", given("seed"));
  }

  private List<String> words(String name) {
    return Arrays.stream(request.text(name).split("[\\s,;]+")).filter(it -> !it.isEmpty()).toList();
  }

  private static double number(String name, String word) {
    try {
      double number = Double.parseDouble(word);
      if (Math.abs(number) < 1e9) {
        return number;
      }
    } catch (NumberFormatException none) {
      // It is refused below.
    }
    throw RefusedException.invalid(
        name, "The %s must be numbers below 1e9 with a point, not %s.".formatted(name, word));
  }

  /** Returns what is wrong. */
  public List<String> getProblems() {
    return problems;
  }

  /** Returns the sensors; those of the form or the address are ticked. */
  public List<Tick> getSensors() {
    List<String> ticked = request.all("sensors");
    return sensors.page(Optional.empty(), 0, MOST_SENSORS).stream()
        .map(
            sensor ->
                new Tick(
                    sensor.id().toString(), sensor.name(), ticked.contains(sensor.id().toString())))
        .sorted(Comparator.comparing(Tick::label))
        .toList();
  }

  /** Returns the detectors with their settings; all take part at first. */
  public List<Entry> getDetectors() {
    List<String> ticked = request.all("detectors");
    boolean fresh = !request.has("peaks");
    return catalogue.installed().stream()
        .map(detector -> entry(detector, fresh || ticked.contains(detector.id())))
        .toList();
  }

  private Entry entry(InstalledDetector detector, boolean ticked) {
    String prefix = detector.id() + ".";
    DetectorTexts said = new DetectorTexts(detector.descriptor(), request.texts());
    List<Field> fields =
        DetectorFields.of(
            detector.descriptor(), prefix, name -> request.text(prefix + name), request.texts());
    Field threshold =
        new Field(
            prefix + "threshold",
            request.texts().get("alarmsAt"),
            "number",
            request.text(prefix + "threshold"),
            false,
            request.texts().get("usually", DetectorFields.plain(detector.descriptor().critical())),
            "",
            List.of());
    return new Entry(
        new Tick(detector.id(), said.name(), ticked),
        said.summary(),
        Stream.concat(Stream.of(threshold), fields.stream()).toList());
  }

  /** Returns what a field of the form holds. */
  public String value(String name) {
    if (request.has(name)) {
      return request.text(name);
    }
    return switch (name) {
      case "peaks" -> STANDARD_PEAKS;
      case "durations" -> STANDARD_DURATIONS;
      case "perPeak" -> "40";
      case "seed" -> "1";
      default -> "";
    };
  }

  /** Returns the shapes of the leaks. */
  public List<Tick> getShapes() {
    List<String> ticked = request.has("peaks") ? request.all("shapes") : List.of("plume", "ramp");
    return Stream.of("plume", "ramp")
        .map(
            shape -> new Tick(shape, request.texts().get("shape." + shape), ticked.contains(shape)))
        .toList();
  }

  /** Returns the earlier backtests, newest first. */
  public List<Earlier> getEarlier() {
    return jobs.before(Long.MAX_VALUE, Jobs.OPEN_LIMIT).stream()
        .filter(job -> job.kind() == JobKind.BACKTEST)
        .limit(SHOWN)
        .map(
            job ->
                new Earlier(
                    job.id(),
                    job.state().label(),
                    request.texts().choice(job.state().label()),
                    request.texts().told(job.summary()),
                    Cell.time(job.createdAt())))
        .toList();
  }
}
