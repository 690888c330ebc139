package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.security.AuditEntry;
import leakdetection.domain.security.AuditRepository;

/** Keeps the audit log in a table whose triggers refuse everything but additions. */
@ApplicationScoped
public class JdbcAuditRepository implements AuditRepository {

  private static final String COLUMNS =
      "id, at, actor, proof, address, action, thing, thing_id, before, after, hash";

  @Inject Database database;

  @Override
  public void append(AuditEntry entry) {
    database.update(
        "insert into audit_entries (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.id(),
        microseconds(entry.at()),
        entry.actor(),
        entry.proof(),
        entry.address(),
        entry.action(),
        entry.thing(),
        entry.thingId(),
        entry.before(),
        entry.after(),
        entry.hash());
  }

  @Override
  public Optional<AuditEntry> last() {
    return database.first(
        "select " + COLUMNS + " from audit_entries order by id desc limit 1",
        JdbcAuditRepository::read);
  }

  @Override
  public List<AuditEntry> newest(Filter filter, long beforeId, int limit) {
    return query(filter, "id < ?", "id desc", beforeId, limit);
  }

  @Override
  public List<AuditEntry> oldest(Filter filter, long afterId, int limit) {
    return query(filter, "id > ?", "id", afterId, limit);
  }

  private List<AuditEntry> query(
      Filter filter, String beyond, String order, long cursor, int limit) {
    StringBuilder sql = new StringBuilder("select " + COLUMNS + " from audit_entries where ");
    List<Object> values = new ArrayList<>();
    sql.append(beyond);
    values.add(cursor);
    if (filter.from().isAfter(Instant.MIN)) {
      sql.append(" and at >= ?");
      values.add(microseconds(filter.from()));
    }
    if (filter.to().isBefore(Instant.MAX)) {
      sql.append(" and at < ?");
      values.add(microseconds(filter.to()));
    }
    filter
        .actor()
        .ifPresent(
            actor -> {
              sql.append(" and lower(actor) = lower(?)");
              values.add(actor);
            });
    filter
        .text()
        .ifPresent(
            text -> {
              sql.append(
                  " and instr(lower(action || ' ' || thing || ' ' || thing_id), lower(?)) > 0");
              values.add(text);
            });
    sql.append(" order by ").append(order).append(" limit ?");
    values.add(limit);
    return database.query(sql.toString(), JdbcAuditRepository::read, values.toArray());
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong(1),
        instant(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }
}
