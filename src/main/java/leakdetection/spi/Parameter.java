package leakdetection.spi;

import java.util.Objects;

/**
 * One setting of a detector: the form that edits it is drawn from this and validated by it.
 *
 * @param name unique within the detector, lower camel case
 * @param label how a form calls it
 * @param unit for example {@code readings}, {@code ppmv}, {@code %}; empty for a plain number
 * @param integer whether only whole numbers are allowed
 * @param defaultValue the value when nothing is set, within the bounds
 * @param min smallest allowed value, inclusive
 * @param max largest allowed value, inclusive; a whole number from 0 to 1 without a unit is asked
 *     for as no or yes
 * @param help what it does and when to change it, one or two sentences
 */
public record Parameter(
    String name,
    String label,
    String unit,
    boolean integer,
    double defaultValue,
    double min,
    double max,
    String help) {

  /**
   * @throws IllegalArgumentException if the bounds or the default make no sense
   */
  public Parameter {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A parameter needs a name.");
    }
    Objects.requireNonNull(label);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(help);
    if (!(min <= defaultValue && defaultValue <= max)) {
      throw new IllegalArgumentException(
          "The default (%s) of parameter %s must lie within %s and %s."
              .formatted(defaultValue, name, min, max));
    }
    if (integer && defaultValue != Math.rint(defaultValue)) {
      throw new IllegalArgumentException(
          "The default (%s) of parameter %s must be a whole number.".formatted(defaultValue, name));
    }
  }

  /**
   * Returns the value if this parameter allows it.
   *
   * @throws InvalidSettingsException naming the parameter, the value, the bounds and the unit
   */
  public double checked(double value) {
    if (!(min <= value && value <= max) || (integer && value != Math.rint(value))) {
      throw new InvalidSettingsException(
          "The setting %s (%s%s) must be %s from %s to %s."
              .formatted(
                  name,
                  plain(value),
                  unit.isEmpty() ? "" : " " + unit,
                  integer ? "a whole number" : "a number",
                  plain(min),
                  plain(max)));
    }
    return value;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
