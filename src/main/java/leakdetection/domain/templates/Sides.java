package leakdetection.domain.templates;

import jakarta.persistence.Embeddable;

/**
 * One value for each side of a semi-closed template. Porosity is a share of 0 to 1, wall area is in
 * m2, inclination in degrees.
 */
@Embeddable
public record Sides(Double fore, Double aft, Double port, Double starboard) {}
