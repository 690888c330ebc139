package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.bounded;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;
import static leakdetection.infrastructure.persistence.RollUpStatements.DAY;
import static leakdetection.infrastructure.persistence.RollUpStatements.HOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.HistoryRepository;
import leakdetection.domain.history.RollUp;
import leakdetection.domain.history.SampledHistory;

/**
 * Reads a long history once and keeps little of it. Where a stretch is longer than an hour or a
 * day, the roll-ups stand for the values inside; where values are not kept any longer, they always
 * do.
 */
@ApplicationScoped
public class JdbcHistoryRepository implements HistoryRepository {

  @Inject Database database;

  /** A part of a history, microseconds: from inclusive, values are kept from keptFrom on. */
  private record Part(HistoryKind kind, long sensorId, long from, long to, long keptFrom) {

    HistoryTable table() {
      return HistoryTable.of(kind);
    }
  }

  @Override
  public SampledHistory sample(
      HistoryKind kind, long sensorId, Instant from, Instant to, int points) {
    long end = bounded(to);
    long keptFrom = number(JdbcRollUpRepository.KEPT_FROM, sensorId).orElse(Long.MIN_VALUE);
    Part part =
        new Part(
            kind, sensorId, bounded(from), end, Math.min(end, Math.max(bounded(from), keptFrom)));
    List<RollUp> removed = removed(part);
    long width = width(part, removed, points);
    Stretches stretches = new Stretches(width);
    removed.forEach(rollUp -> stretches.addRollUp(rollUp, part.from(), part.to()));
    readKept(part, width, stretches);
    return stretches.end();
  }

  private List<RollUp> removed(Part part) {
    long sensorId = part.sensorId();
    String kind = part.kind().name();
    return part.from() >= part.keptFrom()
        ? List.of()
        : database.query(
            RollUpStatements.FINEST,
            JdbcRollUpRepository::read,
            kind,
            sensorId,
            part.from(),
            part.keptFrom(),
            kind,
            sensorId,
            part.from(),
            part.keptFrom());
  }

  /** Reads roll-ups, and the values themselves where there are none. */
  private void readKept(Part part, long width, Stretches stretches) {
    long at = part.keptFrom();
    for (RollUp rollUp : inside(part, width)) {
      long begin = microseconds(rollUp.begin());
      readValues(part, at, begin, stretches);
      stretches.addRollUp(rollUp, part.from(), part.to());
      at = begin + rollUp.length().toSeconds() * 1_000_000;
    }
    readValues(part, at, part.to(), stretches);
  }

  private List<RollUp> inside(Part part, long width) {
    long length = width % DAY == 0 ? DAY : HOUR;
    return width % HOUR != 0
        ? List.of()
        : database.query(
            RollUpStatements.INSIDE,
            JdbcRollUpRepository::read,
            part.kind().name(),
            part.sensorId(),
            length / 1_000_000,
            part.keptFrom(),
            part.to() - length);
  }

  private void readValues(Part part, long from, long to, Stretches stretches) {
    if (from < to) {
      database.each(part.table().values(), stretches::addValue, part.sensorId(), from, to);
    }
  }

  /**
   * Returns the width of a stretch, microseconds: 1 when there are few values, whole hours or days
   * when it is longer, so that it begins and ends where roll-ups do.
   */
  private long width(Part part, List<RollUp> removed, int points) {
    HistoryTable table = part.table();
    long kept =
        number(table.count(), part.sensorId(), part.keptFrom(), part.to(), points + 1).orElse(0L);
    if (kept + 2L * removed.size() <= points) {
      return 1;
    }
    long first =
        removed.stream()
            .findFirst()
            .map(rollUp -> microseconds(rollUp.begin()))
            .or(() -> number(table.oldest(), part.sensorId(), part.keptFrom(), part.to()))
            .orElse(0L);
    long last =
        number(table.newest(), part.sensorId(), part.keptFrom(), part.to()).orElse(part.keptFrom());
    // One stretch more than fits, because the first one begins before the first value.
    long width = (last - first) / (points / 2 - 1) + 1;
    long unit = width >= DAY ? DAY : width >= HOUR ? HOUR : 1;
    return (width + unit - 1) / unit * unit;
  }

  private Optional<Long> number(String sql, Object... values) {
    return database.first(sql, row -> row.getLong(1), values);
  }
}
