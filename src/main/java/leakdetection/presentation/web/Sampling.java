package leakdetection.presentation.web;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.OptionalInt;
import leakdetection.domain.RefusedException;
import leakdetection.domain.history.SampledHistory;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** In how few points a history is asked for: bean of the query parameter {@code points}. */
public class Sampling {

  static final int MIN_POINTS = 10;
  static final int MAX_POINTS = 10_000;

  @QueryParam("points")
  @Parameter(
      description =
          """
          Show the whole part in so many points at most, 10 to 10000, instead of in pages: the \
          smallest and the largest value of each stretch, at their own times, so that no peak is \
          lost. Unusable values are only counted.""",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "10", maximum = "10000"))
  Integer points;

  /** Creates a bean to be filled in. */
  public Sampling() {
    // Jakarta REST wants a public constructor without arguments.
  }

  /**
   * Returns how many points are asked for; empty when pages are.
   *
   * @throws RefusedException if it is not 10 to 10000, or pages are asked for as well
   */
  public OptionalInt points(PageRequest page) {
    if (points == null) {
      return OptionalInt.empty();
    }
    if (points < MIN_POINTS || points > MAX_POINTS) {
      throw refused(
          "The points (%d) must be from %d to %d.".formatted(points, MIN_POINTS, MAX_POINTS));
    }
    if (page.isGiven()) {
      throw refused("Ask for points, or for a page with limit and cursor, not for both.");
    }
    return OptionalInt.of(points);
  }

  private static RefusedException refused(String message) {
    return new RefusedException(
        RefusedException.Reason.INVALID, List.of("query", "points"), message);
  }

  /**
   * How a history was brought to few points.
   *
   * @param method {@code min_max}, or {@code none} when every usable value is there
   * @param widthSeconds length of the stretches, seconds; 0 when every usable value is there
   * @param values how many usable values the part holds
   * @param unusable how many it holds besides
   */
  @Schema(name = "Sampling")
  public record Body(String method, double widthSeconds, long values, long unusable) {

    /** Returns what is answered about a sample. */
    public static Body of(SampledHistory sample) {
      double seconds = sample.width().getSeconds() + sample.width().getNano() / 1e9;
      return new Body(
          seconds == 0 ? "none" : "min_max", seconds, sample.values(), sample.unusable());
    }
  }
}
