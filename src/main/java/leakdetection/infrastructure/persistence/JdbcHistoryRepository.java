package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.JdbcTimeSeriesDataRepository.bounded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.HistoryRepository;
import leakdetection.domain.history.SampledHistory;

/** Reads a long history once and keeps little of it. */
@ApplicationScoped
public class JdbcHistoryRepository implements HistoryRepository {

  @Inject Database database;

  @Override
  public SampledHistory sample(
      HistoryKind kind, long sensorId, Instant from, Instant to, int points) {
    HistoryTable table = HistoryTable.of(kind);
    long first = bounded(from);
    long end = bounded(to);
    Stretches stretches = new Stretches(width(table, sensorId, first, end, points));
    database.each(table.values(), stretches::addValue, sensorId, first, end);
    return stretches.end();
  }

  /** Returns the width of a stretch, microseconds: 1 when there are few values. */
  private long width(HistoryTable table, long sensorId, long from, long to, int points) {
    long counted = number(table.count(), sensorId, from, to, points + 1).orElse(0L);
    if (counted <= points) {
      return 1;
    }
    long first = number(table.oldest(), sensorId, from, to).orElse(0L);
    long last = number(table.newest(), sensorId, from, to).orElse(0L);
    // One stretch more than fits, because the first one begins before the first value.
    return (last - first) / (points / 2 - 1) + 1;
  }

  private Optional<Long> number(String sql, Object... values) {
    return database.first(sql, row -> row.getLong(1), values);
  }
}
