package leakdetection.presentation.estimation;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakdetection.application.estimation.DetectionLimitWish;
import leakdetection.domain.RefusedException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which map is asked for: bean of the query parameters. */
public class DetectionLimitRequest {

  private static final int COLUMNS = 25;
  private static final long HELD_MINUTES = 180;
  private static final long HOURS = 24;

  @QueryParam("columns")
  @Parameter(
      description = "How many different x, 1 to 100; 25 when not given",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"),
      example = "25")
  Integer columns;

  @QueryParam("rows")
  @Parameter(
      description = "How many different y, 1 to 100; 25 when not given",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"),
      example = "25")
  Integer rows;

  @QueryParam("fromX")
  @Parameter(
      description =
          "Smallest x, m. Without the four bounds: sensors and candidate leaks with 2 m around",
      example = "-6")
  Double fromX;

  @QueryParam("toX")
  @Parameter(description = "Largest x, m", example = "6")
  Double toX;

  @QueryParam("fromY")
  @Parameter(description = "Smallest y, m", example = "-6")
  Double fromY;

  @QueryParam("toY")
  @Parameter(description = "Largest y, m", example = "6")
  Double toY;

  @QueryParam("height")
  @Parameter(
      description =
          "Of the leaks above the seabed, 0 to 100 m; the candidates' median when not given",
      example = "2")
  Double height;

  @QueryParam("threshold")
  @Parameter(
      description =
          "Rise that counts as seen at every sensor, 0.1 to 9999 ppmv; what each detector needs when not given",
      example = "50")
  Double threshold;

  @QueryParam("heldMinutes")
  @Parameter(
      description = "How long that rise lasts, 10 to 1440; 180 when not given",
      example = "180")
  Long heldMinutes;

  @QueryParam("hours")
  @Parameter(description = "How long the leak goes on, 1 to 168; 24 when not given", example = "24")
  Long hours;

  @QueryParam("from")
  @Parameter(
      description = "When it begins; so that it lasts to the end of the currents when not given",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2025-09-02T00:00:00Z")
  Instant from;

  @QueryParam("format")
  @Parameter(description = "json or csv; goes before the header Accept", example = "json")
  String format;

  /** Creates a bean to be filled in. */
  public DetectionLimitRequest() {
    // Jakarta REST wants a public constructor without arguments.
  }

  /**
   * @throws RefusedException naming each parameter that is out of bounds
   */
  DetectionLimitWish wish() {
    return new DetectionLimitWish(
        columns == null ? COLUMNS : columns,
        rows == null ? COLUMNS : rows,
        area(),
        Optional.ofNullable(height),
        Optional.ofNullable(threshold),
        Duration.ofMinutes(bounded(heldMinutes, HELD_MINUTES)),
        Duration.ofHours(bounded(hours, HOURS)),
        Optional.ofNullable(from));
  }

  /** Keeps absurd numbers small enough to be refused for what they are. */
  private static long bounded(Long given, long usual) {
    return given == null ? usual : Math.max(-1, Math.min(given, 1_000_000));
  }

  private Optional<DetectionLimitWish.Area> area() {
    long given = Stream.of(fromX, toX, fromY, toY).filter(bound -> bound != null).count();
    if (given == 0) {
      return Optional.empty();
    }
    if (given < 4) {
      throw new RefusedException(
          RefusedException.Reason.INVALID,
          List.of("query", "fromX"),
          "Give all of fromX, toX, fromY and toY (m), or none of them.");
    }
    return Optional.of(new DetectionLimitWish.Area(fromX, toX, fromY, toY));
  }
}
