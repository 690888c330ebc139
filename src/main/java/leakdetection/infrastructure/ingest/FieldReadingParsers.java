package leakdetection.infrastructure.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import leakdetection.domain.fields.Field;
import leakdetection.domain.tsd.ReadingParser;
import leakdetection.domain.tsd.ReadingParsers;

/**
 * The parser of each field's files. All four export an index, a time and a value today; a field
 * that changes its export gets a parser of its own here.
 */
@ApplicationScoped
public class FieldReadingParsers implements ReadingParsers {

  private final Map<Field, ReadingParser> parsers = new EnumMap<>(Field.class);

  /** Fills in the parser of every field. */
  public FieldReadingParsers() {
    parsers.put(Field.TRESTAKK, new CsvReadingParser());
    parsers.put(Field.SNORRE, new CsvReadingParser());
    parsers.put(Field.ASKELADD, new CsvReadingParser());
    parsers.put(Field.TROLL, new CsvReadingParser());
  }

  @Override
  public ReadingParser of(Field field) {
    return parsers.get(field);
  }
}
