package leakdetection.presentation.web;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import leakdetection.domain.RefusedException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a history is asked for: bean of the query parameters {@code from}, {@code to}. */
public class TimeRange {

  @QueryParam("from")
  @Parameter(
      description = "The first time, inclusive; the beginning when not given",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2021-04-05T00:00:00Z")
  Instant from;

  @QueryParam("to")
  @Parameter(
      description = "The last time, exclusive; the end when not given",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2021-04-06T00:00:00Z")
  Instant to;

  /** Creates a bean to be filled in. */
  public TimeRange() {
    // Jakarta REST wants a public constructor without arguments.
  }

  /**
   * Returns the first time, inclusive.
   *
   * @throws RefusedException if it is after the last one
   */
  public Instant from() {
    if (from != null && to != null && from.isAfter(to)) {
      throw new RefusedException(
          RefusedException.Reason.INVALID,
          List.of("query", "from"),
          "The time from (%s) must not be after the time to (%s).".formatted(from, to));
    }
    return from == null ? Instant.MIN : from;
  }

  /** Returns the last time, exclusive. */
  public Instant to() {
    return to == null ? Instant.MAX : to;
  }
}
