package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.events.EventFilter;
import leakdetection.domain.events.EventRecords;
import leakdetection.domain.events.RecordedEvent;

/** Reads events without entities, which would pile up in the request's persistence context. */
@ApplicationScoped
public class JdbcEventRecords implements EventRecords {

  static final String OF_SENSORS =
      "select e.id, e.timestamp, s.name, e.type, e.detection_id from sensor_events e"
          + " join sensors s on s.id = e.sensor_id where e.id > ?";

  static final String OF_SYSTEM =
      "select e.id, e.timestamp, s.name, e.type, e.message from system_events e"
          + " left join sensors s on s.id = e.sensor_id where e.id > ? order by e.id limit ?";

  @Inject Database database;

  @Override
  public List<RecordedEvent> ofSensors(EventFilter filter, long afterId, int limit) {
    StringBuilder sql = new StringBuilder(OF_SENSORS);
    List<Object> values = new ArrayList<>(List.of(afterId));
    filter.sensorId().ifPresent(id -> narrow(sql, values, "e.sensor_id = ?", id));
    filter.templateId().ifPresent(id -> narrow(sql, values, "s.template_id = ?", id));
    filter.type().ifPresent(type -> narrow(sql, values, "e.type = ?", type.name()));
    if (!filter.from().equals(Instant.MIN)) {
      narrow(sql, values, "e.timestamp >= ?", InstantConverter.microseconds(filter.from()));
    }
    if (!filter.to().equals(Instant.MAX)) {
      narrow(sql, values, "e.timestamp < ?", InstantConverter.microseconds(filter.to()));
    }
    values.add(limit);
    return database.query(
        sql.append(" order by e.id limit ?").toString(), JdbcEventRecords::read, values.toArray());
  }

  private static void narrow(
      StringBuilder sql, List<Object> values, String condition, Object value) {
    sql.append(" and ").append(condition);
    values.add(value);
  }

  @Override
  public List<RecordedEvent> ofSystem(long afterId, int limit) {
    return database.query(OF_SYSTEM, JdbcEventRecords::read, afterId, limit);
  }

  private static RecordedEvent read(ResultSet row) throws SQLException {
    return new RecordedEvent(
        row.getLong(1),
        instant(row.getLong(2)),
        Optional.ofNullable(row.getString(3)),
        row.getString(4),
        Optional.ofNullable(row.getString(5)));
  }
}
