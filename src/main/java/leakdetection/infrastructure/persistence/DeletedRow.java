package leakdetection.infrastructure.persistence;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A row of any table as text.
 *
 * @param table that it was in
 * @param columns their names, separated by commas
 * @param id of the row; null when it has none
 * @param json an array of the columns' values; a blob is an object with its bytes as base64
 */
record DeletedRow(String table, String columns, Long id, String json) {

  private static final String BYTES = "bytes";

  static DeletedRow read(String table, ResultSet row) throws SQLException {
    ResultSetMetaData described = row.getMetaData();
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    Long id = null;
    for (int i = 1; i <= described.getColumnCount(); i++) {
      String name = described.getColumnName(i);
      Object value = row.getObject(i);
      names.add(name);
      values.add(
          value instanceof byte[] bytes
              ? Map.of(BYTES, Base64.getEncoder().encodeToString(bytes))
              : value);
      if (name.equals("id") && value instanceof Number number) {
        id = number.longValue();
      }
    }
    return new DeletedRow(table, String.join(",", names), id, text(values));
  }

  private static String text(List<Object> values) {
    try {
      return JSON.std.asString(values);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns the values as the driver takes them. */
  Object[] values() {
    try {
      return JSON.std.listFrom(json).stream()
          .map(value -> value instanceof Map<?, ?> blob ? bytes(blob) : value)
          .toArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] bytes(Map<?, ?> blob) {
    return Base64.getDecoder().decode(blob.get(BYTES).toString());
  }

  /** Returns the statement that puts such a row back. */
  String insert() {
    String[] names = columns.split(",");
    return "insert into %s (\"%s\") values (%s)"
        .formatted(table, String.join("\", \"", names), "?, ".repeat(names.length - 1) + "?");
  }
}
