package leakdetection.application.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.application.Writer;
import leakdetection.domain.RefusedException;
import leakdetection.domain.deletions.DeletionRepository;
import leakdetection.domain.deletions.DependentRows;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorRepository;

/** Lists, shows, changes and deletes records that have no rules beside those of their columns. */
@ApplicationScoped
public class Records {

  @Inject Writer writer;
  @Inject RecordTables tables;
  @Inject SensorRepository sensors;
  @Inject DeletionRepository deletions;
  @Inject Clock clock;

  /**
   * Returns a page of a list.
   *
   * @throws RefusedException if the query names a sensor that is not there
   */
  public RecordPage page(RecordQuery query) {
    return tables.page(query, query.sensor().isEmpty() ? Optional.empty() : sensor(query.sensor()));
  }

  private Optional<Long> sensor(String name) {
    Optional<Long> found = sensors.findByName(name).map(Sensor::id);
    if (found.isEmpty()) {
      throw new RefusedException(
          RefusedException.Reason.INVALID,
          List.of("query", RecordKind.SENSOR),
          "There is no sensor %s.".formatted(name));
    }
    return found;
  }

  /**
   * @throws RefusedException if there is no such record
   */
  public RecordRow get(RecordKind kind, long id) {
    return tables
        .find(kind, id)
        .orElseThrow(() -> RefusedException.unknown(kind.name() + " record", id));
  }

  /**
   * Changes a record.
   *
   * @param values by column, checked
   * @throws RefusedException if there is no such record
   */
  public void change(RecordKind kind, long id, Map<String, Object> values) {
    writer.write(
        () -> {
          get(kind, id);
          tables.change(kind, id, values);
          return id;
        });
  }

  /**
   * Deletes a record, which can be brought back for a while.
   *
   * @throws RefusedException if there is no such record
   */
  public void delete(RecordKind kind, long id) {
    writer.write(
        () -> {
          get(kind, id);
          deletions.keep(kind.table(), id, kind.name() + " " + id, clock.instant());
          tables.delete(kind, id);
          return id;
        });
  }

  /** Counts what would go with a record, itself first. */
  public List<DependentRows> dependents(RecordKind kind, long id) {
    return deletions.dependents(kind.table(), id);
  }
}
