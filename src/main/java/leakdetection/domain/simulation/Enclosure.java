package leakdetection.domain.simulation;

import java.util.Objects;

/**
 * The roof and the side walls that hold gas back.
 *
 * @param roofHeight above the seabed, m, positive
 * @param volume of water inside, m3, positive
 * @param fore wall whose normal is the template's angle from north
 * @param aft opposite of fore
 * @param port left of fore, seen from inside
 * @param starboard right of fore
 */
public record Enclosure(
    double roofHeight, double volume, Wall fore, Wall aft, Wall port, Wall starboard) {

  /**
   * @throws IllegalArgumentException if the height or the volume is not positive
   */
  public Enclosure {
    Objects.requireNonNull(fore, "An enclosure needs its fore wall.");
    Objects.requireNonNull(aft, "An enclosure needs its aft wall.");
    Objects.requireNonNull(port, "An enclosure needs its port wall.");
    Objects.requireNonNull(starboard, "An enclosure needs its starboard wall.");
    if (!(roofHeight > 0 && roofHeight <= 100) || !(volume > 0 && volume <= 1e6)) {
      throw new IllegalArgumentException(
          ("An enclosure needs a roof 0 to 100 m above the seabed (%s m) and a volume of 0 to 1000000"
                  + " m3 (%s m3).")
              .formatted(roofHeight, volume));
    }
  }
}
