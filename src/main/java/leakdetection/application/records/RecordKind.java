package leakdetection.application.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of one kind of records.
 *
 * @param name as in the addresses of the API and the pages
 * @param table that it is kept in
 * @param large whether there may be millions: then the list is that of one sensor, or the newest of
 *     all without search, sorting and filters, which no index would serve
 * @param sort the column that the list is sorted by at first, with a minus for the last one first
 * @param columns all, in the order in which they are shown; the id is not among them
 */
public record RecordKind(
    String name, String table, boolean large, String sort, List<Column> columns) {

  /** The id, which every record has. */
  public static final String ID = "id";

  /** The sensor that something is about. */
  public static final String SENSOR = "sensor";

  static RecordKind of(String name, String sort, Column... columns) {
    return new RecordKind(name, name.replace('-', '_'), false, sort, List.of(columns));
  }

  static RecordKind large(String name, Column... columns) {
    return new RecordKind(name, name.replace('-', '_'), true, "-" + ID, List.of(columns));
  }

  /** Returns the columns that something can be done with. */
  public List<Column> columns(Column.Use use) {
    return columns.stream().filter(column -> column.is(use)).toList();
  }

  /** Finds a column by its name. */
  public Optional<Column> column(String wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  /** Tells whether its records belong to sensors. */
  public boolean isOfSensors() {
    return column(SENSOR).isPresent();
  }

  /** Returns the column by whose times a period is chosen. */
  public Optional<Column> period() {
    return columns.stream()
        .filter(column -> column.type() == Column.Type.TIME && column.is(Column.Use.FILTERED))
        .findFirst();
  }

  /** Returns the names by which the list can be sorted. */
  public List<String> sortable() {
    return Stream.concat(Stream.of(ID), columns(Column.Use.SORTED).stream().map(Column::name))
        .toList();
  }
}
