package leakdetection.presentation.records;

import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.web.JsonMembers;

/**
 * Adds, changes and deletes records of one kind through the use cases that the API uses, too. The
 * body has the members that the API has, so that the same rules give the same messages.
 */
public interface RecordEditor {

  /** Returns what it edits. */
  RecordKind kind();

  /**
   * Adds a record.
   *
   * @return its id
   * @throws RefusedException everything that is wrong with it
   */
  default long add(JsonMembers body) {
    throw new UnsupportedOperationException(kind().name());
  }

  /**
   * Changes a record.
   *
   * @throws RefusedException everything that is wrong with the change
   */
  default void change(long id, JsonMembers body) {
    throw new UnsupportedOperationException(kind().name());
  }

  /**
   * Deletes a record with all that belongs to it.
   *
   * @throws RefusedException if it is needed
   */
  default void delete(long id) {
    throw new UnsupportedOperationException(kind().name());
  }

  /** Tells whether records can be added. */
  default boolean adds() {
    return !kind().columns(Column.Use.GIVEN).isEmpty();
  }

  /** Tells whether records can be changed. */
  default boolean changes() {
    return !kind().columns(Column.Use.CHANGED).isEmpty();
  }

  /** Tells whether records can be deleted. */
  default boolean deletes() {
    return true;
  }
}
