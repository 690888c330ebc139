package leakdetection.presentation.estimation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import leakdetection.domain.RefusedException;

/** In which form somebody wants data: as JSON or as a table. */
enum AnswerFormat {
  JSON,
  TABLE;

  static final String CSV = "text/csv";

  private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

  /**
   * Returns what is wanted.
   *
   * @param format query parameter, goes first; null when not given
   * @throws RefusedException if the parameter is neither json nor csv
   */
  static AnswerFormat of(String format, HttpHeaders headers) {
    if (format == null) {
      return headers.getAcceptableMediaTypes().stream()
          .filter(
              type ->
                  type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(CSV_TYPE))
          .findFirst()
          .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
          .map(type -> TABLE)
          .orElse(JSON);
    }
    return switch (format) {
      case "json" -> JSON;
      case "csv" -> TABLE;
      default ->
          throw new RefusedException(
              RefusedException.Reason.INVALID,
              List.of("query", "format"),
              "The format must be json or csv.");
    };
  }

  /** Returns the answer with a table to be saved as a file. */
  static Response csv(String table, String name) {
    return Response.ok(table, CSV + "; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }
}
