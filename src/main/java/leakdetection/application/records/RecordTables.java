package leakdetection.application.records;

import java.util.Map;
import java.util.Optional;

/** Reads records without knowing what they mean. */
public interface RecordTables {

  /**
   * Returns a page of a list.
   *
   * @param sensorId the only sensor, as the query names it; empty when it names none
   */
  RecordPage page(RecordQuery query, Optional<Long> sensorId);

  /** Returns one record with all its columns. */
  Optional<RecordRow> find(RecordKind kind, long id);

  /**
   * Changes columns of a record. To be called in a unit of work.
   *
   * @param values by column that can be changed, checked
   */
  void change(RecordKind kind, long id, Map<String, Object> values);

  /** Deletes a record. To be called in a unit of work. */
  void delete(RecordKind kind, long id);
}
