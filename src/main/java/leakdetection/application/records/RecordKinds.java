package leakdetection.application.records;

import static leakdetection.application.records.Column.Type.LONG_TEXT;
import static leakdetection.application.records.Column.Type.NUMBER;
import static leakdetection.application.records.Column.Type.PPMV;
import static leakdetection.application.records.Column.Type.TEXT;
import static leakdetection.application.records.Column.Type.TIME;
import static leakdetection.application.records.Column.Type.WHOLE;
import static leakdetection.application.records.Column.Type.YES_NO;
import static leakdetection.application.records.Column.Use.CHANGED;
import static leakdetection.application.records.Column.Use.FILTERED;
import static leakdetection.application.records.Column.Use.GIVEN;
import static leakdetection.application.records.Column.Use.LISTED;
import static leakdetection.application.records.Column.Use.REQUIRED;
import static leakdetection.application.records.Column.Use.SEARCHED;
import static leakdetection.application.records.Column.Use.SORTED;
import static leakdetection.application.records.Column.choice;
import static leakdetection.application.records.Column.of;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import leakdetection.application.records.Column.Type;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.estimation.EstimationResult;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.fields.Field;
import leakdetection.domain.jobs.JobKind;
import leakdetection.domain.jobs.JobState;
import leakdetection.domain.tsd.Quality;

/** All kinds of records. A new kind is a row here and its table's columns in the database part. */
public final class RecordKinds {

  public static final RecordKind TEMPLATES =
      new RecordKind(
          "templates",
          "templates",
          false,
          "field",
          Stream.of(
                  Stream.of(
                      choice(
                          "field",
                          labels(Field.values()),
                          LISTED,
                          SORTED,
                          FILTERED,
                          GIVEN,
                          REQUIRED),
                      of("name", TEXT, LISTED, SORTED, SEARCHED, GIVEN, REQUIRED, CHANGED),
                      of("angleFromNorth", NUMBER, LISTED, SORTED, GIVEN, REQUIRED, CHANGED)
                          .in("°"),
                      of("sensors", WHOLE, LISTED, SORTED),
                      size("height", "m"),
                      size("zRoof", "m"),
                      size("length", "m"),
                      size("width", "m"),
                      size("internalVolume", "m³")),
                  sides("porosity", ""),
                  sides("wallArea", "m²"),
                  sides("inclination", "°"),
                  Stream.of(
                      of("currentsPath", TEXT, GIVEN, CHANGED),
                      of("wavesPath", TEXT, GIVEN, CHANGED),
                      of("simulatedLeaksPath", TEXT, GIVEN, CHANGED),
                      size("waterDepth", "m"),
                      size("waterTemperature", "°C"),
                      size("holeDiameter", "m"),
                      size("gasToOilRatio", ""),
                      size("sensorTimeConstant", "min")))
              .flatMap(columns -> columns)
              .toList());

  public static final RecordKind SENSORS =
      kind(
          "sensors",
          "name",
          of("name", TEXT, LISTED, SORTED, SEARCHED, GIVEN, REQUIRED, CHANGED),
          of("template", Type.TEMPLATE, LISTED, SORTED, SEARCHED, GIVEN, REQUIRED),
          choice("field", labels(Field.values()), LISTED, SORTED, FILTERED),
          of("x", NUMBER, LISTED, SORTED, GIVEN, REQUIRED, CHANGED).in("m"),
          of("y", NUMBER, LISTED, SORTED, GIVEN, REQUIRED, CHANGED).in("m"),
          of("z", NUMBER, LISTED, SORTED, GIVEN, REQUIRED, CHANGED).in("m"));

  public static final RecordKind CONFIGURATIONS =
      kind(
          "sensor-configurations",
          RecordKind.SENSOR,
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, SORTED, SEARCHED),
          of("pinned", YES_NO, LISTED, SORTED, FILTERED, CHANGED),
          of("interactiveFeedbackMode", YES_NO, LISTED, SORTED, FILTERED, CHANGED),
          of("detector", TEXT, LISTED, SORTED, SEARCHED),
          of("lastBaselineSelectionTimestamp", TIME, LISTED, SORTED),
          of("lastBaselineAugmentationTimestamp", TIME, LISTED, SORTED));

  public static final RecordKind READINGS =
      large(
          "time-series-data",
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, GIVEN, REQUIRED),
          of("timestamp", TIME, LISTED, SORTED, FILTERED, GIVEN, REQUIRED),
          of("ppmv", PPMV, LISTED, SORTED, GIVEN, REQUIRED, CHANGED).in("ppmv"),
          choice("quality", labels(Quality.values()), LISTED, SORTED, FILTERED));

  public static final RecordKind DETECTIONS =
      large(
          "anomaly-detections",
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, GIVEN, REQUIRED),
          of("timestamp", TIME, LISTED, SORTED, FILTERED, GIVEN, REQUIRED),
          choice(
              "value",
              labels(Deviation.values()),
              LISTED,
              SORTED,
              FILTERED,
              GIVEN,
              REQUIRED,
              CHANGED),
          of("score", NUMBER, LISTED, SORTED, GIVEN, CHANGED).in("%"),
          of("ppmv", PPMV, LISTED).in("ppmv"),
          of("detector", TEXT, LISTED, SEARCHED),
          of("interactiveFeedbackMode", YES_NO, LISTED, FILTERED, GIVEN, CHANGED),
          of("judgedLate", YES_NO, FILTERED));

  public static final RecordKind SIMULATIONS =
      kind(
          "simulation-detections",
          "-id",
          of("estimation", WHOLE, LISTED, SORTED, GIVEN, REQUIRED),
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, SORTED, SEARCHED, GIVEN, REQUIRED),
          of("leak", TEXT, LISTED, SORTED, SEARCHED, GIVEN, REQUIRED, CHANGED),
          of("rate", NUMBER, LISTED, SORTED, GIVEN, REQUIRED, CHANGED).in("kg/s"),
          of("from", TIME, LISTED, SORTED, FILTERED, GIVEN, REQUIRED, CHANGED),
          of("intervalSeconds", WHOLE, LISTED, GIVEN, REQUIRED, CHANGED).in("s"),
          of("ppmv", LONG_TEXT, GIVEN, REQUIRED, CHANGED).in("ppmv"));

  public static final RecordKind ESTIMATIONS =
      kind(
          "estimations",
          "-id",
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, SORTED, SEARCHED, GIVEN, REQUIRED),
          of("detection", WHOLE, LISTED, GIVEN, CHANGED),
          choice(
              "result",
              labels(EstimationResult.values()),
              LISTED,
              SORTED,
              FILTERED,
              GIVEN,
              REQUIRED,
              CHANGED),
          of("from", TIME, LISTED, GIVEN, REQUIRED, CHANGED),
          of("to", TIME, LISTED, GIVEN, REQUIRED, CHANGED),
          of("madeAt", TIME, LISTED, SORTED, FILTERED),
          of("noLeak", NUMBER),
          of("externalCause", NUMBER),
          of("unexplained", NUMBER),
          of("goodnessOfFit", NUMBER),
          of("estimator", TEXT, SEARCHED),
          of("model", TEXT, SEARCHED),
          of("notes", LONG_TEXT, GIVEN, CHANGED));

  public static final RecordKind SENSOR_EVENTS =
      kind(
          "sensor-events",
          "-id",
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, SORTED, SEARCHED, GIVEN, REQUIRED),
          choice(
              "type",
              labels(SensorEventType.values()),
              LISTED,
              SORTED,
              FILTERED,
              GIVEN,
              REQUIRED,
              CHANGED),
          of("timestamp", TIME, LISTED, SORTED, FILTERED, GIVEN, REQUIRED, CHANGED),
          of("detection", WHOLE, LISTED),
          of("fault", TEXT),
          of("judgedLate", YES_NO, FILTERED));

  public static final RecordKind SYSTEM_EVENTS =
      kind(
          "system-events",
          "-id",
          choice(
              "type",
              labels(SystemEventType.values()),
              LISTED,
              SORTED,
              FILTERED,
              GIVEN,
              REQUIRED,
              CHANGED),
          of("message", LONG_TEXT, LISTED, SEARCHED, GIVEN, REQUIRED, CHANGED),
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, SORTED, SEARCHED, GIVEN),
          of("timestamp", TIME, LISTED, SORTED, FILTERED));

  public static final RecordKind BASELINES =
      kind(
          "baselines",
          "name",
          of("name", TEXT, LISTED, SORTED, SEARCHED, GIVEN, REQUIRED),
          of("bank", YES_NO, LISTED, SORTED, FILTERED),
          of("readings", WHOLE, LISTED, SORTED),
          of("intervalSeconds", WHOLE, LISTED, GIVEN, REQUIRED).in("s"),
          of("mean", PPMV, LISTED, SORTED).in("ppmv"),
          of("variance", PPMV, LISTED, SORTED).in("ppmv²"),
          of("versions", WHOLE, LISTED, SORTED),
          of("createdAt", TIME, LISTED, SORTED),
          of("provenance", LONG_TEXT, SEARCHED, GIVEN),
          of("ppmv", LONG_TEXT, GIVEN, REQUIRED).in("ppmv"));

  public static final RecordKind BASELINE_VERSIONS =
      kind(
          "baseline-versions",
          "-id",
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, SORTED, SEARCHED),
          choice("role", labels(BaselineRole.values()), LISTED, SORTED, FILTERED),
          of("version", WHOLE, LISTED, SORTED),
          of("inForce", YES_NO, LISTED, FILTERED),
          of("baseline", TEXT, LISTED, SORTED, SEARCHED),
          of("reason", LONG_TEXT, LISTED, SEARCHED),
          of("since", TIME, LISTED, SORTED, FILTERED));

  public static final RecordKind CORRECTIONS =
      kind(
          "reading-corrections",
          "-id",
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, SORTED, SEARCHED),
          of("timestamp", TIME, LISTED, SORTED, FILTERED),
          of("before", PPMV, LISTED, SORTED).in("ppmv"),
          choice("qualityBefore", labels(Quality.values()), LISTED, FILTERED),
          of("after", PPMV, LISTED, SORTED).in("ppmv"),
          choice("quality", labels(Quality.values()), LISTED, FILTERED),
          of("correctedAt", TIME, LISTED, SORTED));

  public static final RecordKind JOBS =
      kind(
          "jobs",
          "-id",
          choice("kind", labels(JobKind.values()), LISTED, SORTED, FILTERED),
          of(RecordKind.SENSOR, Type.SENSOR, LISTED, SORTED, SEARCHED),
          choice("state", labels(JobState.values()), LISTED, SORTED, FILTERED),
          of("dryRun", YES_NO, LISTED, FILTERED),
          of("summary", LONG_TEXT, LISTED, SEARCHED),
          of("createdAt", TIME, LISTED, SORTED, FILTERED),
          of("endedAt", TIME, LISTED, SORTED));

  /** All, in the order of the menu. */
  public static final List<RecordKind> ALL =
      List.of(
          TEMPLATES,
          SENSORS,
          CONFIGURATIONS,
          READINGS,
          CORRECTIONS,
          DETECTIONS,
          SENSOR_EVENTS,
          SYSTEM_EVENTS,
          ESTIMATIONS,
          SIMULATIONS,
          BASELINES,
          BASELINE_VERSIONS,
          JOBS);

  private RecordKinds() {}

  /**
   * Returns the kind of this name.
   *
   * @throws RefusedException if there is none
   */
  public static RecordKind get(String name) {
    return ALL.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Reason.UNKNOWN,
                    List.of("query", "of"),
                    "There is no such list. There are %s."
                        .formatted(
                            String.join(", ", ALL.stream().map(RecordKind::name).toList()))));
  }

  private static RecordKind kind(String name, String sort, Column... columns) {
    return new RecordKind(name, name.replace('-', '_'), false, sort, List.of(columns));
  }

  private static RecordKind large(String name, Column... columns) {
    return new RecordKind(name, name.replace('-', '_'), true, "-id", List.of(columns));
  }

  private static Column size(String name, String unit) {
    return of(name, NUMBER, GIVEN, CHANGED).in(unit);
  }

  private static Stream<Column> sides(String name, String unit) {
    return Stream.of("fore", "aft", "port", "starboard").map(side -> size(name + "." + side, unit));
  }

  private static List<String> labels(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }
}
