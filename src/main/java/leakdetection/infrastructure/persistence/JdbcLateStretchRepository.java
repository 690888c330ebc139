package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.bounded;
import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.LateStretchRepository;

/** Keeps what waits to be judged again, and what is being judged, a row for each sensor. */
@ApplicationScoped
public class JdbcLateStretchRepository implements LateStretchRepository {

  private static final String WIDEN =
      " on conflict (sensor_id) do update set begins = min(begins, excluded.begins),"
          + " ends = max(ends, excluded.ends)";

  @Inject Database database;

  @Override
  public void widen(LateStretch stretch) {
    database.update(
        "insert into late_stretches (sensor_id, begins, ends) values (?, ?, ?)" + WIDEN,
        stretch.sensorId(),
        microseconds(stretch.from()),
        microseconds(stretch.to()));
  }

  @Override
  public LateStretch take(long sensorId, Instant upTo) {
    long end = bounded(upTo);
    database.update(
        "insert into late_judgings (sensor_id, begins, ends) select sensor_id, begins,"
            + " min(ends, ?) from late_stretches where sensor_id = ? and begins <= ?"
            + WIDEN,
        end,
        sensorId,
        end);
    database.update("delete from late_stretches where sensor_id = ? and ends <= ?", sensorId, end);
    database.update(
        "update late_stretches set begins = ? + 1 where sensor_id = ? and begins <= ?",
        end,
        sensorId,
        end);
    return database
        .first(
            "select begins, ends from late_judgings where sensor_id = ?",
            row -> new LateStretch(sensorId, instant(row.getLong(1)), instant(row.getLong(2))),
            sensorId)
        .orElseThrow(() -> new IllegalStateException("Nothing is to be judged again."));
  }

  @Override
  public void settle(long sensorId) {
    database.update("delete from late_judgings where sensor_id = ?", sensorId);
  }

  @Override
  public Optional<Instant> earliest(long sensorId) {
    return database
        .query(
            "select begins from late_stretches where sensor_id = ?1 union all"
                + " select begins from late_judgings where sensor_id = ?1",
            row -> instant(row.getLong(1)),
            sensorId)
        .stream()
        .min(Comparator.naturalOrder());
  }

  @Override
  public List<Long> sensors() {
    return database.query(
        "select sensor_id from late_stretches union select sensor_id from late_judgings",
        row -> row.getLong(1));
  }
}
