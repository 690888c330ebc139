package leakdetection.domain.templates;

import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * One value for each side of a semi-closed template; null where it is not given. Porosity is a
 * share of 0 to 1, wall area is in m2, inclination in degrees.
 *
 * <p>Immutable. Not a record, because EclipseLink 5.0.0 reads a record from columns of its own
 * names, whatever they are renamed to where it is embedded.
 */
@Embeddable
public class Sides {

  private Double fore;
  private Double aft;
  private Double port;
  private Double starboard;

  protected Sides() {}

  /** Takes one value for each side; null where it is not given. */
  public Sides(Double fore, Double aft, Double port, Double starboard) {
    this.fore = fore;
    this.aft = aft;
    this.port = port;
    this.starboard = starboard;
  }

  public Double fore() {
    return fore;
  }

  public Double aft() {
    return aft;
  }

  public Double port() {
    return port;
  }

  public Double starboard() {
    return starboard;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sides sides
        && Objects.equals(fore, sides.fore)
        && Objects.equals(aft, sides.aft)
        && Objects.equals(port, sides.port)
        && Objects.equals(starboard, sides.starboard);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fore, aft, port, starboard);
  }

  @Override
  public String toString() {
    return "fore %s, aft %s, port %s, starboard %s".formatted(fore, aft, port, starboard);
  }
}
