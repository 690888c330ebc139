package leakdetection.infrastructure.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import leakdetection.infrastructure.backups.Soundness;

/**
 * Plain statements for the paths that carry bulk. Inside a transaction they run on its connection,
 * together with what the entities do.
 */
@ApplicationScoped
public class Database {

  @Resource(lookup = "jdbc/leakdetection")
  DataSource writing;

  @Resource(lookup = "jdbc/reading", shareable = false)
  DataSource reading;

  @Resource TransactionSynchronizationRegistry transactions;

  @Inject SoundnessAtStart soundness;

  /** Binds one row's values to a statement. */
  @FunctionalInterface
  public interface Binder<T> {
    void bind(PreparedStatement statement, T row) throws SQLException;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row; it is gone when the method returns. */
  @FunctionalInterface
  public interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /** A transaction sees what it wrote; outside of one, the connection is free again when closed. */
  private Connection connection() throws SQLException {
    boolean outside = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    return (outside ? reading : writing).getConnection();
  }

  /** Runs the statement once for each row, in batches. */
  public <T> void updateAll(String sql, List<T> rows, Binder<T> binder) {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = writing.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T row : rows) {
        binder.bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /** Runs the statement with the given values in order. */
  public void update(String sql, Object... values) {
    updateAll(sql, List.<Object[]>of(values), Database::bindAll);
  }

  /** Returns the rows of the query with the given values in order. */
  public <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    List<T> result = new ArrayList<>();
    each(sql, row -> result.add(reader.read(row)), values);
    return result;
  }

  /** Hands on the rows of the query with the given values in order, one by one as they are read. */
  public void each(String sql, RowTaker taker, Object... values) {
    try (Connection connection = connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bindAll(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /** Returns the first row of the query. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
    return query(sql, reader, values).stream().findFirst();
  }

  /** Gives out the next id of a table; there is one writer, so counting in memory is safe. */
  long nextId(AtomicLong last, String table) {
    if (last.get() == 0) {
      last.set(
          first("select coalesce(max(id), 0) from " + table, row -> row.getLong(1)).orElse(0L));
    }
    return last.incrementAndGet();
  }

  /** Gives out the next number of a table that never uses one again. */
  long nextNumber(AtomicLong last, String table) {
    if (last.get() == 0) {
      last.set(
          first("select seq from sqlite_sequence where name = ?", row -> row.getLong(1), table)
              .orElse(0L));
    }
    return last.incrementAndGet();
  }

  private DatabaseException failed(SQLException failure) {
    if (Soundness.isDamage(failure)) {
      soundness.notice(failure);
    }
    return new DatabaseException(failure);
  }

  private static void bindAll(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
