package leakdetection;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/** Looks into the tables that a server keeps, from outside. */
public final class StoredTables {

  private final SQLiteDataSource source = new SQLiteDataSource();

  /**
   * @param file the database; need not exist yet
   */
  public StoredTables(Path file) {
    source.setUrl("jdbc:sqlite:file:" + file + "?mode=ro");
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Returns the rows of a query with the given values in order. */
  public <T> List<T> rows(String sql, RowReader<T> reader, Object... values) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    }
  }

  /** Returns the first column of each row. */
  public List<String> texts(String sql) throws SQLException {
    return rows(sql, row -> row.getString(1));
  }

  /** Waits until a number in the tables is at least so high. */
  public void await(String sql, long least, Duration patience) throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    long last = -1;
    while (last < least) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "After %s '%s' is %d and not %d.".formatted(patience, sql, last, least));
      }
      Thread.sleep(5);
      try {
        last = Long.parseLong(texts(sql).get(0));
      } catch (SQLException notYet) {
        last = -1; // neither the file nor its tables need be there
      }
    }
  }

  /** Returns a number; NaN where there is none. */
  public static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
