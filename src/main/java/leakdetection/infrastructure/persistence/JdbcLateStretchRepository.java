package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.LateStretchRepository;

/** Keeps what has to be judged again, a row for each sensor. */
@ApplicationScoped
public class JdbcLateStretchRepository implements LateStretchRepository {

  @Inject Database database;

  @Override
  public void widen(LateStretch stretch) {
    database.update(
        "insert into late_stretches (sensor_id, begins, ends) values (?, ?, ?)"
            + " on conflict (sensor_id) do update set begins = min(begins, excluded.begins),"
            + " ends = max(ends, excluded.ends)",
        stretch.sensorId(),
        microseconds(stretch.from()),
        microseconds(stretch.to()));
  }

  @Override
  public Optional<LateStretch> of(long sensorId) {
    return database.first(
        "select begins, ends from late_stretches where sensor_id = ?",
        row -> new LateStretch(sensorId, instant(row.getLong(1)), instant(row.getLong(2))),
        sensorId);
  }

  @Override
  public List<Long> sensors() {
    return database.query("select sensor_id from late_stretches", row -> row.getLong(1));
  }

  @Override
  public void remove(LateStretch stretch) {
    database.update(
        "delete from late_stretches where sensor_id = ? and begins = ? and ends = ?",
        stretch.sensorId(),
        microseconds(stretch.from()),
        microseconds(stretch.to()));
  }
}
