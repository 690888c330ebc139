package leakdetection.presentation.backtest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import leakdetection.application.backtest.BacktestJobs;
import leakdetection.application.detection.DetectorChoice;
import leakdetection.application.jobs.Jobs;
import leakdetection.application.sensors.SensorDirectory;
import leakdetection.domain.RefusedException;
import leakdetection.domain.jobs.Job;
import leakdetection.domain.jobs.JobKind;
import leakdetection.domain.jobs.JobState;
import leakdetection.presentation.backtest.BacktestFormView.Tick;
import leakdetection.presentation.records.AdminRequest;

/** How far a backtest is and what came of it, and using the detector that did best. */
@Named
@RequestScoped
public class BacktestResultView {

  @Inject AdminRequest request;
  @Inject BacktestJobs backtests;
  @Inject Jobs jobs;
  @Inject DetectorChoice choice;
  @Inject SensorDirectory directory;

  private Job job;
  private List<JsonObject> detectors = List.of();
  private List<JsonObject> failures = List.of();
  private final List<String> problems = new ArrayList<>();
  private List<String> switched = List.of();

  /** A detector's figures as the page shows them. */
  public record Row(
      int number,
      String name,
      String settings,
      String threshold,
      String falseAlarms,
      String recall,
      String smallest,
      String hours,
      String atOneAYear) {}

  /** Something that did not work, and why. */
  public record Failure(String name, String stream, String reason) {}

  @PostConstruct
  void load() {
    try {
      job = jobs.get(request.number("id", 0));
      if (job.kind() != JobKind.BACKTEST) {
        throw RefusedException.unknown("backtest", job.id());
      }
      if (job.state() == JobState.DONE) {
        JsonObject result = read(backtests.json(job.id()));
        detectors = result.getJsonArray("detectors").getValuesAs(JsonObject.class);
        failures = result.getJsonArray("failures").getValuesAs(JsonObject.class);
      }
    } catch (RefusedException refusal) {
      request.fail(refusal);
      problems.add(request.told(refusal));
      job = null;
    }
  }

  private static JsonObject read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  /** Lets a detector judge the sensors that were ticked, with the settings it was tried with. */
  public void use() {
    String name = request.text("use");
    JsonObject wanted =
        detectors.stream().filter(it -> it.getString("name").equals(name)).findFirst().orElse(null);
    List<String> sensors = request.all("sensors");
    if (wanted == null || sensors.isEmpty()) {
      refuse(RefusedException.invalid("use", request.texts().get("backtest.chooseBoth")));
      return;
    }
    List<String> done = new ArrayList<>();
    for (String sensor : sensors) {
      try {
        choose(sensor, wanted);
        done.add(sensor);
      } catch (RefusedException refusal) {
        refuse(refusal);
      }
    }
    switched = done;
  }

  private void choose(String sensor, JsonObject wanted) {
    long id =
        directory
            .find(sensor)
            .orElseThrow(
                () ->
                    RefusedException.invalid(
                        "sensors", "There is no sensor %s.".formatted(sensor)));
    choice.choose(id, wanted.getString("detectorId"), settings(wanted));
  }

  private static Map<String, Double> settings(JsonObject detector) {
    Map<String, Double> settings = new LinkedHashMap<>();
    detector
        .getJsonObject("settings")
        .forEach((name, value) -> settings.put(name, ((JsonNumber) value).doubleValue()));
    return settings;
  }

  private void refuse(RefusedException refusal) {
    request.fail(refusal);
    problems.add(request.told(refusal));
  }

  /** Returns what is wrong. */
  public List<String> getProblems() {
    return problems;
  }

  /** Returns the sensors that another detector judges now; empty while nothing was chosen. */
  public String getSwitched() {
    return String.join(", ", switched);
  }

  /** Tells whether there is such a backtest. */
  public boolean isThere() {
    return job != null;
  }

  /** Returns the job's id. */
  public long getId() {
    return job == null ? 0 : job.id();
  }

  /** Returns the job's state. */
  public String getState() {
    return job == null ? "" : job.state().label();
  }

  /** Returns the job's state in words. */
  public String getStateName() {
    return request.texts().choice(getState());
  }

  /** Tells whether it has not ended. */
  public boolean isOpen() {
    return job != null && job.endedAt().isEmpty();
  }

  /** Returns the share that is done, whole percent. */
  public int getShare() {
    return (int) Math.floor(100 * jobs.progress(job));
  }

  /** Returns what came of it, in a sentence. */
  public String getSummary() {
    return request.texts().told(job.summary());
  }

  /** Tells whether there are figures. */
  public boolean isDone() {
    return !detectors.isEmpty();
  }

  /** Returns the curves. */
  public RecallChart getChart() {
    return RecallChart.of(detectors, request.locale());
  }

  /** Returns the figures of the detectors, side by side. */
  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    for (JsonObject detector : detectors) {
      rows.add(row(rows.size(), detector, request.locale()));
    }
    return rows;
  }

  private Row row(int number, JsonObject detector, Locale locale) {
    JsonObject leaks = detector.getJsonObject("leaks");
    JsonObject alarms = detector.getJsonObject("falseAlarms");
    return new Row(
        number,
        detector.getString("name"),
        settings(detector).entrySet().stream()
            .map(it -> it.getKey() + " " + Figures.number(it.getValue(), locale))
            .collect(Collectors.joining(", ")),
        Figures.number(detector.getJsonNumber("threshold").doubleValue(), locale) + " %",
        Figures.estimate(alarms.getJsonObject("perSensorYear"), locale),
        Figures.share(leaks.getJsonObject("recall"), locale),
        Figures.estimate(estimate(detector, "smallestLeakPpmv"), locale),
        Figures.estimate(leaks.getJsonObject("hoursToDetect"), locale),
        oneAYear(detector, locale));
  }

  private static JsonObject estimate(JsonObject detector, String name) {
    return detector.get(name) instanceof JsonObject estimate ? estimate : null;
  }

  private static String oneAYear(JsonObject detector, Locale locale) {
    JsonObject point = estimate(detector, "atMostOneFalseAlarmAYear");
    return point == null
        ? "–"
        : Figures.share(point.getJsonObject("recall"), locale)
            + " @ "
            + Figures.number(point.getJsonNumber("threshold").doubleValue(), locale)
            + " %";
  }

  /** Returns the detectors that did not go through. */
  public List<Failure> getFailures() {
    return failures.stream()
        .map(
            it -> new Failure(it.getString("name"), it.getString("stream"), it.getString("reason")))
        .toList();
  }

  /** Returns the sensors that took part, all ticked at first. */
  public List<Tick> getSensors() {
    List<String> ticked = request.all("sensors");
    return detectors.stream()
        .limit(1)
        .flatMap(it -> it.getJsonArray("streams").getValuesAs(JsonObject.class).stream())
        .map(it -> it.getString("stream"))
        .map(name -> new Tick(name, name, !request.has("use") || ticked.contains(name)))
        .toList();
  }
}
