package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.events.EventRecords;
import leakdetection.domain.events.RecordedEvent;

/** Reads events without entities, which would pile up in the request's persistence context. */
@ApplicationScoped
public class JdbcEventRecords implements EventRecords {

  static final String OF_ALL_SENSORS =
      "select e.id, e.timestamp, s.name, e.type, e.detection_id from sensor_events e"
          + " join sensors s on s.id = e.sensor_id where e.id > ? order by e.id limit ?";

  static final String OF_ONE_SENSOR = OF_ALL_SENSORS.replace("where", "where e.sensor_id = ? and");

  static final String OF_SYSTEM =
      "select e.id, e.timestamp, s.name, e.type, e.message from system_events e"
          + " left join sensors s on s.id = e.sensor_id where e.id > ? order by e.id limit ?";

  @Inject Database database;

  @Override
  public List<RecordedEvent> ofSensors(Optional<Long> sensorId, long afterId, int limit) {
    return sensorId.isPresent()
        ? database.query(
            OF_ONE_SENSOR, JdbcEventRecords::read, sensorId.orElseThrow(), afterId, limit)
        : database.query(OF_ALL_SENSORS, JdbcEventRecords::read, afterId, limit);
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
