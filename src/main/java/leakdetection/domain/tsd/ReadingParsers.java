package leakdetection.domain.tsd;

import leakdetection.domain.fields.Field;

/** Knows how each field writes the readings of its sensors. */
@FunctionalInterface
public interface ReadingParsers {

  /** Returns the parser of the field's files; every field has one. */
  ReadingParser of(Field field);
}
