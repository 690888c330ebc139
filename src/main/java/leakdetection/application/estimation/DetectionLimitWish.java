package leakdetection.application.estimation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;

/**
 * Which detection limits are wished for.
 *
 * @param columns number of different x, 1 to 100
 * @param rows number of different y, 1 to 100
 * @param area empty for the sensors and candidate leaks with 2 m around them
 * @param height of the leaks above the seabed, m, 0 to 100; empty for the middle candidate's
 * @param threshold rise that is an anomaly at every sensor, ppmv, above 0 and below 10,000; empty
 *     for what each sensor's detector needs
 * @param held how long a rise lasts by which a detector's threshold is found, 10 minutes to 1 day
 * @param length of the currents that the leak goes on in, 1 hour to 7 days
 * @param from their beginning; empty for the end of the series
 */
public record DetectionLimitWish(
    int columns,
    int rows,
    Optional<Area> area,
    Optional<Double> height,
    Optional<Double> threshold,
    Duration held,
    Duration length,
    Optional<Instant> from) {

  private static final int MOST = 100;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** A rectangle of the template's frame, m. */
  public record Area(double fromX, double toX, double fromY, double toY) {}

  /**
   * @throws RefusedException naming each parameter that is out of bounds
   */
  public DetectionLimitWish {
    Refusals refusals = new Refusals();
    check(refusals, "columns", columns, 1, MOST, "");
    check(refusals, "rows", rows, 1, MOST, "");
    height.ifPresent(value -> check(refusals, "height", value, 0, 100, " m"));
    threshold.ifPresent(value -> check(refusals, "threshold", value, 0.1, 9_999, " ppmv"));
    check(refusals, "heldMinutes", held.toSeconds() / 60.0, 10, 1440, " minutes");
    check(refusals, "hours", length.toSeconds() / 3600.0, 1, 168, " h");
    area.ifPresent(rectangle -> check(refusals, rectangle));
    from.filter(time -> time.isBefore(EARLIEST) || time.isAfter(LATEST))
        .ifPresent(
            time ->
                refusals.add(
                    refused(
                        "from",
                        "The time from (%s) must be from %s to %s."
                            .formatted(time, EARLIEST, LATEST))));
    refusals.throwIfAny();
  }

  private static void check(
      Refusals refusals, String parameter, double value, double min, double max, String unit) {
    if (!(min <= value && value <= max)) {
      refusals.add(
          refused(
              parameter,
              "The %s (%s%s) must be from %s to %s%s."
                  .formatted(parameter, value, unit, min, max, unit)));
    }
  }

  private static void check(Refusals refusals, Area area) {
    boolean ordered = area.fromX() < area.toX() && area.fromY() < area.toY();
    double widest = Math.max(area.toX() - area.fromX(), area.toY() - area.fromY());
    if (!ordered || !(widest <= 500)) {
      refusals.add(
          refused(
              "fromX",
              "The area must reach from a smaller to a larger x (%s to %s m) and y (%s to %s m), at most 500 m."
                  .formatted(area.fromX(), area.toX(), area.fromY(), area.toY())));
    }
  }

  static RefusedException refused(String parameter, String message) {
    return new RefusedException(
        RefusedException.Reason.INVALID, List.of("query", parameter), message);
  }
}
