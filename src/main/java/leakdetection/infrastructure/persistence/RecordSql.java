package leakdetection.infrastructure.persistence;

import static leakdetection.application.records.RecordKinds.BASELINES;
import static leakdetection.application.records.RecordKinds.BASELINE_VERSIONS;
import static leakdetection.application.records.RecordKinds.CONFIGURATIONS;
import static leakdetection.application.records.RecordKinds.CORRECTIONS;
import static leakdetection.application.records.RecordKinds.DETECTIONS;
import static leakdetection.application.records.RecordKinds.ESTIMATIONS;
import static leakdetection.application.records.RecordKinds.JOBS;
import static leakdetection.application.records.RecordKinds.READINGS;
import static leakdetection.application.records.RecordKinds.SENSORS;
import static leakdetection.application.records.RecordKinds.SENSOR_EVENTS;
import static leakdetection.application.records.RecordKinds.SIMULATIONS;
import static leakdetection.application.records.RecordKinds.SYSTEM_EVENTS;
import static leakdetection.application.records.RecordKinds.TEMPLATES;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.domain.fields.Field;

/**
 * Where the columns of a kind of records come from. A column that is not named here has the name of
 * the table's column {@code r}, in its spelling: {@code angleFromNorth} is {@code
 * r.angle_from_north}.
 *
 * @param from the tables; the kind's own is {@code r}, a sensor that it is about {@code s}
 * @param expressions by column
 */
record RecordSql(String from, Map<String, String> expressions) {

  private static final String OF_SENSOR = " join sensors s on s.id = r.sensor_id";
  private static final String FIELD =
      Arrays.stream(Field.values())
          .map(field -> "when %d then '%s' ".formatted(field.id(), field.label()))
          .reduce("case t.field_id ", String::concat)
          .concat("end");

  private static final Map<String, RecordSql> ALL = new HashMap<>();

  static {
    put(
        TEMPLATES,
        " join templates t on t.id = r.id",
        Map.of(
            "field",
            FIELD,
            "sensors",
            "(select count(*) from sensors s where s.template_id = r.id)"));
    put(
        SENSORS,
        " join templates t on t.id = r.template_id",
        Map.of("field", FIELD, "template", "t.name", "template.id", "t.id"));
    put(CONFIGURATIONS, OF_SENSOR, Map.of("detector", "r.detector_id"));
    put(READINGS, OF_SENSOR, Map.of());
    put(
        DETECTIONS,
        OF_SENSOR + " join time_series_data d on d.id = r.time_series_data_id",
        Map.of("ppmv", "coalesce(r.mean_ppmv, d.ppmv)", "detector", "r.detector_id"));
    put(SIMULATIONS, OF_SENSOR, Map.of("estimation", "r.estimation_id", "from", "r.begins_at"));
    put(
        ESTIMATIONS,
        OF_SENSOR,
        Map.of("detection", "r.detection_id", "from", "r.window_from", "to", "r.window_to"));
    put(SENSOR_EVENTS, OF_SENSOR, Map.of("detection", "r.detection_id"));
    put(SYSTEM_EVENTS, " left" + OF_SENSOR, Map.of());
    put(
        BASELINES,
        "",
        Map.of(
            "readings", "length(r.ppmv) / 8",
            "versions", "(select count(*) from baseline_versions v where v.baseline_id = r.id)",
            "ppmv", "null"));
    put(
        BASELINE_VERSIONS,
        OF_SENSOR + " join baselines b on b.id = r.baseline_id",
        Map.of(
            "baseline",
            "b.name",
            "inForce",
            "not exists (select 1 from baseline_versions n where n.sensor_id = r.sensor_id"
                + " and n.role = r.role and n.version > r.version)"));
    put(CORRECTIONS, OF_SENSOR, Map.of());
    put(JOBS, " left" + OF_SENSOR, Map.of());
  }

  private static void put(RecordKind kind, String joins, Map<String, String> expressions) {
    ALL.put(kind.name(), new RecordSql(kind.table() + " r" + joins, expressions));
  }

  static RecordSql of(RecordKind kind) {
    return ALL.get(kind.name());
  }

  /** Returns what a column is read from. */
  String expression(String column) {
    if (column.equals(RecordKind.SENSOR)) {
      return "s.name";
    }
    return expressions.getOrDefault(column, "r." + inTable(column));
  }

  /** Returns what the id of a record that is referred to is read from. */
  String reference(Column column) {
    return column.type() == Column.Type.SENSOR ? "s.id" : expression(column.name() + ".id");
  }

  /** Returns the table's own column, to be written. */
  String stored(String column) {
    String expression = expression(column);
    if (!expression.matches("r\\.\\w+")) {
      throw new IllegalArgumentException("The column %s is not written.".formatted(column));
    }
    return '"' + expression.substring(2) + '"';
  }

  /** Quoted, because some are words of SQL. */
  private static String inTable(String column) {
    return column
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .replace('.', '_')
        .toLowerCase(java.util.Locale.ROOT);
  }
}
