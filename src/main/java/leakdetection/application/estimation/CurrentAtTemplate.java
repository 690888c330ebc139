package leakdetection.application.estimation;

import java.time.Instant;
import java.util.List;
import leakdetection.domain.metocean.Currents;

/**
 * The sea current at a template at one moment.
 *
 * @param at the moment that was asked for
 * @param speed m/s
 * @param direction that the water flows towards, degrees clockwise from north, 0 to 360
 * @param notes what was assumed, in whole sentences
 */
public record CurrentAtTemplate(Instant at, double speed, double direction, List<String> notes) {

  /**
   * @throws IllegalArgumentException if no current was measured then
   */
  static CurrentAtTemplate of(Instant at, TemplateSurroundings.Surroundings around) {
    Currents currents = around.currents();
    int newest = currents.length() - 1;
    if (!Double.isFinite(currents.speed(newest))) {
      throw new IllegalArgumentException("No current was measured at %s.".formatted(at));
    }
    double degrees = Math.toDegrees(currents.direction(newest));
    return new CurrentAtTemplate(
        at, currents.speed(newest), (degrees % 360 + 360) % 360, around.notes());
  }
}
