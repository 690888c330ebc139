package leakdetection.domain.templates;

import java.util.stream.Stream;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;

/**
 * The geometry of a template. Open templates have neither roof nor walls; a roof closes the top,
 * and porosity, wall area and inclination describe the walls of a semi-closed one.
 *
 * @param angleFromNorth clockwise from north to the normal of the fore, degrees, 0 to 360
 * @param height m, positive; null when not given
 * @param zRoof height of the roof, m, positive; null without a roof
 * @param internalVolume m3, positive; null when not given
 * @param length m, positive; required with a roof when there is no internal volume
 * @param width m, positive; required with a roof when there is no internal volume
 * @param porosity open share of each wall, 0 to 1; null for an open template
 * @param wallArea area of each wall, m2; null for an open template
 * @param inclination of each wall from the vertical, degrees, -90 to 90; null for an open template
 */
public record TemplateShape(
    double angleFromNorth,
    Double height,
    Double zRoof,
    Double internalVolume,
    Double length,
    Double width,
    Sides porosity,
    Sides wallArea,
    Sides inclination) {

  /**
   * @throws RefusedException naming the member, its value, its unit and what is allowed
   */
  public TemplateShape {
    Refusals refusals = new Refusals();
    if (!(0 <= angleFromNorth && angleFromNorth <= 360)) {
      refusals.add(
          RefusedException.invalid(
              "angleFromNorth",
              "The angle from north (%s degrees) must be from 0 to 360 degrees."
                  .formatted(angleFromNorth)));
    }
    height = size(refusals, "height", height, "m");
    zRoof = size(refusals, "zRoof", zRoof, "m");
    internalVolume = size(refusals, "internalVolume", internalVolume, "m3");
    length = size(refusals, "length", length, "m");
    width = size(refusals, "width", width, "m");
    if (zRoof != null && internalVolume == null) {
      requireUnderRoof(refusals, "length", length);
      requireUnderRoof(refusals, "width", width);
    }
    within(refusals, "porosity", porosity, 0, 1, "");
    within(refusals, "wallArea", wallArea, 0, 1e6, " m2");
    within(refusals, "inclination", inclination, -90, 90, " degrees");
    refusals.throwIfAny();
  }

  /** Returns the size, or null for 0, which means not given. */
  private static Double size(Refusals refusals, String member, Double value, String unit) {
    if (value == null || value == 0) {
      return null;
    }
    if (!(value > 0 && value <= 1e6)) {
      refusals.add(
          RefusedException.invalid(
              member,
              "The %s (%s %s) must be positive and at most 1,000,000 %s."
                  .formatted(member, value, unit, unit)));
    }
    return value;
  }

  private static void requireUnderRoof(Refusals refusals, String member, Double value) {
    if (value == null) {
      refusals.add(
          RefusedException.invalid(
              member,
              "A template with a roof needs its length and width (m) or its internal volume (m3)."));
    }
  }

  private static void within(
      Refusals refusals, String member, Sides sides, double min, double max, String unit) {
    if (sides == null) {
      return;
    }
    Stream.of(sides.fore(), sides.aft(), sides.port(), sides.starboard())
        .filter(value -> value != null && !(min <= value && value <= max))
        .findFirst()
        .ifPresent(
            value ->
                refusals.add(
                    RefusedException.invalid(
                        member,
                        "The %s (%s%s) of each side must be from %s to %s%s."
                            .formatted(member, value, unit, min, max, unit))));
  }
}
