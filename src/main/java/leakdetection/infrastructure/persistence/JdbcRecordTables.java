package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordPage;
import leakdetection.application.records.RecordQuery;
import leakdetection.application.records.RecordRow;
import leakdetection.application.records.RecordTables;

/** Searches, sorts and pages in the database; only what is shown is read. */
@ApplicationScoped
public class JdbcRecordTables implements RecordTables {

  @Inject Database database;

  @Override
  public RecordPage page(RecordQuery query, Optional<Long> sensorId) {
    RecordKind kind = query.kind();
    Part part = part(query, sensorId);
    List<Column> columns = kind.columns(Column.Use.LISTED);
    List<Object> values = new ArrayList<>(part.values);
    values.add(RecordQuery.PAGE);
    values.add((query.page() - 1) * RecordQuery.PAGE);
    List<RecordRow> rows =
        database.query(
            select(kind, columns) + part.where() + order(query) + " limit ? offset ?",
            row -> read(row, columns),
            values.toArray());
    return new RecordPage(rows, count(kind, part));
  }

  private int count(RecordKind kind, Part part) {
    List<Object> values = new ArrayList<>(part.values);
    values.add(RecordQuery.COUNTED + 1);
    return database
        .first(
            "select count(*) from (select 1 from "
                + RecordSql.of(kind).from()
                + part.where()
                + " limit ?)",
            row -> row.getInt(1),
            values.toArray())
        .orElse(0);
  }

  @Override
  public Optional<RecordRow> find(RecordKind kind, long id) {
    return database.first(
        select(kind, kind.columns()) + " where r.id = ?", row -> read(row, kind.columns()), id);
  }

  @Override
  public void change(RecordKind kind, long id, Map<String, Object> values) {
    if (values.isEmpty()) {
      return;
    }
    List<String> set = new ArrayList<>();
    List<Object> stored = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          set.add(RecordSql.of(kind).stored(name) + " = ?");
          stored.add(stored(kind.column(name).orElseThrow(), value));
        });
    stored.add(id);
    database.update(
        "update " + kind.table() + " set " + String.join(", ", set) + " where id = ?",
        stored.toArray());
  }

  @Override
  public void delete(RecordKind kind, long id) {
    database.update("delete from " + kind.table() + " where id = ?", id);
  }

  private static String select(RecordKind kind, List<Column> columns) {
    RecordSql sql = RecordSql.of(kind);
    StringBuilder select = new StringBuilder("select r.id");
    for (Column column : columns) {
      select.append(", ").append(sql.expression(column.name()));
      if (isLink(column)) {
        select.append(", ").append(sql.reference(column));
      }
    }
    return select.append(" from ").append(sql.from()).toString();
  }

  private static boolean isLink(Column column) {
    return column.type() == Column.Type.SENSOR || column.type() == Column.Type.TEMPLATE;
  }

  private static String order(RecordQuery query) {
    String direction = query.isDescending() ? " desc" : "";
    if (query.sortColumn().equals(RecordKind.ID)) {
      return " order by r.id" + direction;
    }
    Column column = query.kind().column(query.sortColumn()).orElseThrow();
    String expression = RecordSql.of(query.kind()).expression(column.name());
    boolean text = column.type() == Column.Type.TEXT || isLink(column);
    return " order by "
        + expression
        + (text ? " collate nocase" : "")
        + direction
        + ", r.id"
        + direction;
  }

  /** The conditions of a query with their values in order. */
  private record Part(List<String> conditions, List<Object> values) {

    void add(String condition, Object... given) {
      conditions.add(condition);
      values.addAll(List.of(given));
    }

    String where() {
      return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
  }

  private static Part part(RecordQuery query, Optional<Long> sensorId) {
    RecordKind kind = query.kind();
    RecordSql sql = RecordSql.of(kind);
    Part part = new Part(new ArrayList<>(), new ArrayList<>());
    sensorId.ifPresent(id -> part.add("r.sensor_id = ?", id));
    query
        .filters()
        .forEach((name, value) -> filter(part, kind.column(name).orElseThrow(), sql, value));
    kind.period()
        .ifPresent(
            column -> {
              String time = sql.expression(column.name());
              query.from().ifPresent(from -> part.add(time + " >= ?", microseconds(from)));
              query.to().ifPresent(to -> part.add(time + " < ?", microseconds(to)));
            });
    List<Column> searched = kind.columns(Column.Use.SEARCHED);
    if (!query.search().isEmpty() && !searched.isEmpty()) {
      String pattern = "%" + query.search().replaceAll("([\\\\%_])", "\\\\$1") + "%";
      List<String> any =
          searched.stream().map(it -> sql.expression(it.name()) + " like ? escape '\\'").toList();
      part.add(
          "(" + String.join(" or ", any) + ")", any.stream().map(it -> (Object) pattern).toArray());
    }
    return part;
  }

  private static void filter(Part part, Column column, RecordSql sql, String value) {
    String expression = sql.expression(column.name());
    if (column.type() == Column.Type.YES_NO) {
      part.add(expression + " = ?", value.equals("true") ? 1 : 0);
    } else {
      // Enumerations are kept in capitals, the fields' names are made by the query.
      String stored = column.name().equals("field") ? value : value.toUpperCase(Locale.ROOT);
      part.add(expression + " = ?", stored);
    }
  }

  private static RecordRow read(ResultSet row, List<Column> columns) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    int at = 2;
    for (Column column : columns) {
      Object value = row.getObject(at) == null ? null : value(row, at, column);
      at += isLink(column) ? 2 : 1;
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    return new RecordRow(row.getLong(1), values);
  }

  private static Object value(ResultSet row, int at, Column column) throws SQLException {
    return switch (column.type()) {
      case NUMBER, PPMV -> row.getDouble(at);
      case WHOLE -> row.getLong(at);
      case TEXT, LONG_TEXT -> row.getString(at);
      case CHOICE -> row.getString(at).toLowerCase(Locale.ROOT);
      case TIME -> instant(row.getLong(at));
      case YES_NO -> row.getBoolean(at);
      case SENSOR, TEMPLATE -> new RecordRow.Link(row.getLong(at + 1), row.getString(at));
    };
  }

  private static Object stored(Column column, Object value) {
    if (value instanceof Instant time) {
      return microseconds(time);
    }
    if (value instanceof Boolean yes) {
      return yes ? 1 : 0;
    }
    return column.type() == Column.Type.CHOICE ? value.toString().toUpperCase(Locale.ROOT) : value;
  }
}
