package leakdetection.infrastructure.backups;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether a database is damaged, by reading all of it. */
public final class Soundness {

  private static final int MOST = 10;

  /** SQLite's result code of a damaged database. */
  public static final int DAMAGED = 11;

  private static final int NO_DATABASE = 26;

  private Soundness() {}

  /** Tells whether a failure says that the database is damaged. */
  public static boolean isDamage(SQLException failure) {
    // An extended result code holds the primary one in its lowest byte.
    int code = failure.getErrorCode() & 0xFF;
    return code == DAMAGED || code == NO_DATABASE;
  }

  /**
   * Reads every page, and compares the indexes with their tables and the rows with those that they
   * refer to.
   *
   * @param schema the database's name on this connection, such as {@code main}
   * @return what is wrong, at most 10 of it; empty when the database is sound
   */
  public static List<String> damages(Connection connection, String schema) throws SQLException {
    List<String> found = texts(connection, schema, "integrity_check(%d)".formatted(MOST));
    if (!found.equals(List.of("ok"))) {
      return found;
    }
    return texts(connection, schema, "foreign_key_check").stream()
        .limit(MOST)
        .map("A row of the table %s refers to one that is missing."::formatted)
        .distinct()
        .toList();
  }

  /**
   * Reads every page; misses only an index that differs from its table.
   *
   * @return what is wrong, at most one; empty when nothing was found
   */
  public static List<String> quickDamages(Statement statement) throws SQLException {
    List<String> found = texts(statement, "PRAGMA quick_check(1)");
    return found.equals(List.of("ok")) ? List.of() : found;
  }

  private static List<String> texts(Connection connection, String schema, String pragma)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return texts(statement, "PRAGMA %s.%s".formatted(schema, pragma));
    } catch (SQLException failure) {
      if (isDamage(failure)) {
        return List.of(failure.getMessage());
      }
      throw failure;
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1).lines().reduce((title, fact) -> fact).orElse(""));
      }
    }
    return found;
  }
}
