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
import static leakdetection.application.records.Column.Use.SEARCHED;
import static leakdetection.application.records.Column.choice;
import static leakdetection.application.records.Column.of;

import java.util.List;
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
      RecordKind.of(
          "templates",
          "field",
          Stream.of(
                  Stream.of(
                      choice("field", Field.values()).sorted(FILTERED).required(),
                      of("name", TEXT).sorted(SEARCHED).required(CHANGED),
                      of("angleFromNorth", NUMBER).sorted().required(CHANGED).in("°"),
                      of("sensors", WHOLE).sorted()),
                  sizes("m", "height", "zRoof", "length", "width"),
                  sizes("m³", "internalVolume"),
                  sides("porosity", ""),
                  sides("wallArea", "m²"),
                  sides("inclination", "°"),
                  Stream.of("currentsPath", "wavesPath", "simulatedLeaksPath")
                      .map(name -> of(name, TEXT, GIVEN, CHANGED)),
                  sizes("m", "waterDepth"),
                  sizes("°C", "waterTemperature"),
                  sizes("m", "holeDiameter"),
                  sizes("", "gasToOilRatio"),
                  sizes("min", "sensorTimeConstant"))
              .flatMap(columns -> columns)
              .toArray(Column[]::new));

  public static final RecordKind SENSORS =
      RecordKind.of(
          "sensors",
          "name",
          of("name", TEXT).sorted(SEARCHED).required(CHANGED),
          of("template", Type.TEMPLATE).sorted(SEARCHED).required(),
          choice("field", Field.values()).sorted(FILTERED),
          of("x", NUMBER).sorted().required(CHANGED).in("m"),
          of("y", NUMBER).sorted().required(CHANGED).in("m"),
          of("z", NUMBER).sorted().required(CHANGED).in("m"));

  public static final RecordKind CONFIGURATIONS =
      RecordKind.of(
          "sensor-configurations",
          RecordKind.SENSOR,
          of(RecordKind.SENSOR, Type.SENSOR).sorted(SEARCHED),
          of("pinned", YES_NO, CHANGED).sorted(FILTERED),
          of("interactiveFeedbackMode", YES_NO, CHANGED).sorted(FILTERED),
          of("detector", TEXT).sorted(SEARCHED),
          of("lastBaselineSelectionTimestamp", TIME).sorted(),
          of("lastBaselineAugmentationTimestamp", TIME).sorted());

  public static final RecordKind READINGS =
      RecordKind.large(
          "time-series-data",
          of(RecordKind.SENSOR, Type.SENSOR, LISTED).required(),
          of("timestamp", TIME).sorted(FILTERED).required(),
          of("ppmv", PPMV).sorted().required(CHANGED).in("ppmv"),
          choice("quality", Quality.values()).sorted(FILTERED));

  public static final RecordKind DETECTIONS =
      RecordKind.large(
          "anomaly-detections",
          of(RecordKind.SENSOR, Type.SENSOR, LISTED).required(),
          of("timestamp", TIME).sorted(FILTERED).required(),
          choice("value", Deviation.values()).sorted(FILTERED).required(CHANGED),
          of("score", NUMBER, GIVEN, CHANGED).sorted().in("%"),
          of("ppmv", PPMV, LISTED).in("ppmv"),
          of("detector", TEXT, LISTED, SEARCHED),
          of("interactiveFeedbackMode", YES_NO, LISTED, FILTERED, GIVEN, CHANGED),
          of("judgedLate", YES_NO, FILTERED));

  public static final RecordKind SIMULATIONS =
      RecordKind.of(
          "simulation-detections",
          "-id",
          of("estimation", WHOLE).sorted().required(),
          of(RecordKind.SENSOR, Type.SENSOR).sorted(SEARCHED).required(),
          of("leak", TEXT).sorted(SEARCHED).required(CHANGED),
          of("rate", NUMBER).sorted().required(CHANGED).in("kg/s"),
          of("from", TIME).sorted(FILTERED).required(CHANGED),
          of("intervalSeconds", WHOLE, LISTED).required(CHANGED).in("s"),
          of("ppmv", LONG_TEXT).required(CHANGED).in("ppmv"));

  public static final RecordKind ESTIMATIONS =
      RecordKind.of(
          "estimations",
          "-id",
          of(RecordKind.SENSOR, Type.SENSOR).sorted(SEARCHED).required(),
          of("detection", WHOLE, LISTED, GIVEN, CHANGED),
          choice("result", EstimationResult.values()).sorted(FILTERED).required(CHANGED),
          of("from", TIME, LISTED).required(CHANGED),
          of("to", TIME, LISTED).required(CHANGED),
          of("madeAt", TIME).sorted(FILTERED),
          of("noLeak", NUMBER),
          of("externalCause", NUMBER),
          of("unexplained", NUMBER),
          of("goodnessOfFit", NUMBER),
          of("estimator", TEXT, SEARCHED),
          of("model", TEXT, SEARCHED),
          of("notes", LONG_TEXT, GIVEN, CHANGED));

  public static final RecordKind SENSOR_EVENTS =
      RecordKind.of(
          "sensor-events",
          "-id",
          of(RecordKind.SENSOR, Type.SENSOR).sorted(SEARCHED).required(),
          choice("type", SensorEventType.values()).sorted(FILTERED).required(CHANGED),
          of("timestamp", TIME).sorted(FILTERED).required(CHANGED),
          of("detection", WHOLE, LISTED),
          of("fault", TEXT),
          of("judgedLate", YES_NO, FILTERED));

  public static final RecordKind SYSTEM_EVENTS =
      RecordKind.of(
          "system-events",
          "-id",
          choice("type", SystemEventType.values()).sorted(FILTERED).required(CHANGED),
          of("message", LONG_TEXT, LISTED, SEARCHED).required(CHANGED),
          of(RecordKind.SENSOR, Type.SENSOR, GIVEN).sorted(SEARCHED),
          of("timestamp", TIME).sorted(FILTERED));

  public static final RecordKind BASELINES =
      RecordKind.of(
          "baselines",
          "name",
          of("name", TEXT).sorted(SEARCHED).required(),
          of("bank", YES_NO).sorted(FILTERED),
          of("readings", WHOLE).sorted(),
          of("intervalSeconds", WHOLE, LISTED).required().in("s"),
          of("mean", PPMV).sorted().in("ppmv"),
          of("variance", PPMV).sorted().in("ppmv²"),
          of("versions", WHOLE).sorted(),
          of("createdAt", TIME).sorted(),
          of("provenance", LONG_TEXT, SEARCHED, GIVEN),
          of("ppmv", LONG_TEXT).required().in("ppmv"));

  public static final RecordKind BASELINE_VERSIONS =
      RecordKind.of(
          "baseline-versions",
          "-id",
          of(RecordKind.SENSOR, Type.SENSOR).sorted(SEARCHED),
          choice("role", BaselineRole.values()).sorted(FILTERED),
          of("version", WHOLE).sorted(),
          of("inForce", YES_NO, LISTED, FILTERED),
          of("baseline", TEXT).sorted(SEARCHED),
          of("reason", LONG_TEXT, LISTED, SEARCHED),
          of("since", TIME).sorted(FILTERED));

  public static final RecordKind CORRECTIONS =
      RecordKind.of(
          "reading-corrections",
          "-id",
          of(RecordKind.SENSOR, Type.SENSOR).sorted(SEARCHED),
          of("timestamp", TIME).sorted(FILTERED),
          of("before", PPMV).sorted().in("ppmv"),
          choice("qualityBefore", Quality.values(), LISTED, FILTERED),
          of("after", PPMV).sorted().in("ppmv"),
          choice("quality", Quality.values(), LISTED, FILTERED),
          of("correctedAt", TIME).sorted());

  public static final RecordKind JOBS =
      RecordKind.of(
          "jobs",
          "-id",
          choice("kind", JobKind.values()).sorted(FILTERED),
          of(RecordKind.SENSOR, Type.SENSOR).sorted(SEARCHED),
          choice("state", JobState.values()).sorted(FILTERED),
          of("dryRun", YES_NO, LISTED, FILTERED),
          of("summary", LONG_TEXT, LISTED, SEARCHED),
          of("createdAt", TIME).sorted(FILTERED),
          of("endedAt", TIME).sorted());

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
        .orElseThrow(RecordKinds::unknown);
  }

  private static RefusedException unknown() {
    String names = String.join(", ", ALL.stream().map(RecordKind::name).toList());
    return new RefusedException(
        RefusedException.Reason.UNKNOWN,
        List.of("query", "of"),
        "There is no such list. There are %s.".formatted(names));
  }

  private static Stream<Column> sizes(String unit, String... names) {
    return Stream.of(names).map(name -> of(name, NUMBER, GIVEN, CHANGED).in(unit));
  }

  private static Stream<Column> sides(String name, String unit) {
    return Stream.of("fore", "aft", "port", "starboard")
        .flatMap(side -> sizes(unit, name + "." + side));
  }
}
