package leakdetection.presentation.web;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import leakdetection.domain.Microseconds;
import leakdetection.domain.RefusedException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which page of a list is asked for: bean of the query parameters {@code limit}, {@code cursor}.
 */
public class PageRequest {

  /** The longest page, which is also what is given to one who does not ask for less. */
  public static final int MAX_LIMIT = 1000;

  /** The cursor that stands before everything. */
  public static final long BEGINNING = Long.MIN_VALUE;

  @QueryParam("limit")
  @Parameter(
      description = "How many at most, 1 to 1000; 1000 when not given",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"),
      example = "100")
  Integer limit;

  @QueryParam("cursor")
  @Parameter(
      description = "Where to go on: the `next` of the page before",
      schema = @Schema(type = SchemaType.STRING))
  String cursor;

  /** Creates a bean to be filled in. */
  public PageRequest() {
    // Jakarta REST wants a public constructor without arguments.
  }

  /**
   * Returns how many are asked for at most.
   *
   * @throws RefusedException if it is not 1 to 1000
   */
  public int limit() {
    if (limit == null) {
      return MAX_LIMIT;
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw refused("limit", "The limit (%d) must be from 1 to %d.".formatted(limit, MAX_LIMIT));
    }
    return limit;
  }

  /**
   * Returns the id at which to go on.
   *
   * @param beginning what to return when the first page is asked for
   * @throws RefusedException if the cursor is none that was given out
   */
  public long id(long beginning) {
    if (cursor == null || cursor.isEmpty()) {
      return beginning;
    }
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException foreign) {
      throw unknownCursor();
    }
  }

  /**
   * Returns the time from which to go on.
   *
   * @param beginning what to return when the first page is asked for
   * @throws RefusedException if the cursor is none that was given out
   */
  public Instant time(Instant beginning) {
    return cursor == null || cursor.isEmpty() ? beginning : Microseconds.instant(id(0));
  }

  /** Tells whether a certain page was asked for. */
  boolean isGiven() {
    return limit != null || (cursor != null && !cursor.isEmpty());
  }

  /**
   * Returns the time at which to go on.
   *
   * @param beginning what to return for {@link #BEGINNING}
   */
  public static Instant time(long cursor, Instant beginning) {
    return cursor == BEGINNING ? beginning : Microseconds.instant(cursor);
  }

  /** Returns the cursor of the page that goes on after an instant. */
  public static long cursorAfter(Instant time) {
    return Microseconds.of(time) + 1;
  }

  private RefusedException unknownCursor() {
    return refused(
        "cursor",
        "The cursor %s is none. Take the next of the page before.".formatted(Text.shown(cursor)));
  }

  private static RefusedException refused(String parameter, String message) {
    return new RefusedException(
        RefusedException.Reason.INVALID, List.of("query", parameter), message);
  }
}
