package leakdetection.infrastructure.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import leakdetection.domain.tsd.PushFormat;
import leakdetection.domain.tsd.PushParser;
import leakdetection.domain.tsd.PushParsers;

/** The parser of each form in which readings are pushed. */
@ApplicationScoped
public class PushFormats implements PushParsers {

  private final JsonPushParser json = new JsonPushParser();

  @Override
  public PushParser of(PushFormat format) {
    return switch (format) {
      case JSON -> json;
      case NDJSON -> json::readLines;
      case CSV ->
          (source, readings, malformed) ->
              CsvRows.read(source, CsvColumns.PUSHED, readings, malformed);
    };
  }
}
