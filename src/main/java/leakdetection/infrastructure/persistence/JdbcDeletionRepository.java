package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.RefusedException;
import leakdetection.domain.deletions.Deletion;
import leakdetection.domain.deletions.DeletionRepository;
import leakdetection.domain.deletions.DependentRows;

/** Keeps deleted rows of any table, found by the foreign keys, as text. */
@ApplicationScoped
public class JdbcDeletionRepository implements DeletionRepository {

  private static final String ALL =
      "select id, table_name, record_id, label, row_count, deleted_at from deletions";

  @Inject Database database;

  @Override
  public boolean keep(String table, long recordId, String label, Instant at) {
    List<DeletedRow> rows = new ArrayList<>();
    ForeignKeys.of(database)
        .conditions(table)
        .forEach(
            (name, condition) ->
                rows.addAll(
                    database.query(
                        "select * from %s where %s limit %d"
                            .formatted(name, condition, Math.max(0, MOST_ROWS + 1 - rows.size())),
                        row -> DeletedRow.read(name, row),
                        ids(condition, recordId))));
    if (rows.isEmpty() || rows.size() > MOST_ROWS) {
      return false;
    }
    database.update(
        "insert into deletions (table_name, record_id, label, row_count, deleted_at)"
            + " values (?, ?, ?, ?, ?)",
        table,
        recordId,
        label,
        rows.size(),
        microseconds(at));
    keep(
        database.first("select max(id) from deletions", row -> row.getLong(1)).orElseThrow(), rows);
    return true;
  }

  private void keep(long deletionId, List<DeletedRow> rows) {
    int[] position = {0};
    database.updateAll(
        "insert into deleted_rows (deletion_id, position, table_name, columns, record_id, row)"
            + " values (?, ?, ?, ?, ?, ?)",
        rows,
        (statement, row) -> {
          statement.setLong(1, deletionId);
          statement.setInt(2, position[0]++);
          statement.setString(3, row.table());
          statement.setString(4, row.columns());
          statement.setObject(5, row.id());
          statement.setString(6, row.json());
        });
  }

  @Override
  public List<DependentRows> dependents(String table, long recordId) {
    List<DependentRows> dependents = new ArrayList<>();
    ForeignKeys.of(database)
        .conditions(table)
        .forEach(
            (name, condition) ->
                database
                    .first(
                        "select count(*) from (select 1 from %s where %s limit %d)"
                            .formatted(name, condition, MOST_ROWS + 1),
                        row -> new DependentRows(name, row.getLong(1)),
                        ids(condition, recordId))
                    .filter(found -> found.rows() > 0)
                    .ifPresent(dependents::add));
    return dependents;
  }

  @Override
  public Optional<Deletion> find(long id) {
    return database.first(ALL + " where id = ?", JdbcDeletionRepository::read, id);
  }

  @Override
  public List<Deletion> newest(int limit) {
    return database.query(ALL + " order by id desc limit ?", JdbcDeletionRepository::read, limit);
  }

  @Override
  public List<Long> ids(long deletionId, String table) {
    return database.query(
        "select record_id from deleted_rows where deletion_id = ? and table_name = ?"
            + " order by position",
        row -> row.getLong(1),
        deletionId,
        table);
  }

  @Override
  public void restore(Deletion deletion) {
    try {
      insert(deletion.id());
    } catch (DatabaseException taken) {
      if (!DatabaseException.breaksConstraint(taken)) {
        throw taken;
      }
      RefusedException refused =
          new RefusedException(
              RefusedException.Reason.CONFLICT,
              List.of("path", "id"),
              "%s cannot be brought back: something else has its name or place now, or what it belonged to is gone."
                  .formatted(deletion.label()));
      refused.initCause(taken);
      throw refused;
    }
    database.update("delete from deletions where id = ?", deletion.id());
  }

  private void insert(long deletionId) {
    List<DeletedRow> batch = new ArrayList<>();
    database
        .query(
            "select table_name, columns, record_id, row from deleted_rows where deletion_id = ?"
                + " order by position",
            row ->
                new DeletedRow(
                    row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
            deletionId)
        .forEach(
            row -> {
              if (!batch.isEmpty() && !batch.get(0).insert().equals(row.insert())) {
                insert(batch);
              }
              batch.add(row);
            });
    insert(batch);
  }

  private void insert(List<DeletedRow> batch) {
    if (!batch.isEmpty()) {
      database.updateAll(
          batch.get(0).insert(),
          batch,
          (statement, row) -> {
            Object[] values = row.values();
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
          });
      batch.clear();
    }
  }

  @Override
  public void forgetBefore(Instant instant) {
    database.update("delete from deletions where deleted_at < ?", microseconds(instant));
  }

  private static Object[] ids(String condition, long id) {
    Object[] ids = new Object[(int) condition.chars().filter(c -> c == '?').count()];
    Arrays.fill(ids, id);
    return ids;
  }

  private static Deletion read(ResultSet row) throws SQLException {
    return new Deletion(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getLong(5),
        instant(row.getLong(6)));
  }
}
