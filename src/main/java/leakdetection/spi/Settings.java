package leakdetection.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A detector's settings: a value for each parameter of its descriptor, all within their bounds.
 *
 * <p>Immutable. Made by {@link DetectorDescriptor#settings(Map)}, which fills in the defaults.
 */
public final class Settings {

  private final Map<String, Double> values;

  private Settings(Map<String, Double> values) {
    this.values = values;
  }

  /**
   * Checks the given values against the parameters and fills in the defaults of the rest.
   *
   * @throws InvalidSettingsException if a name is unknown or a value out of bounds
   */
  static Settings of(String detectorId, List<Parameter> parameters, Map<String, Double> given) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Double value = given.get(parameter.name());
      values.put(
          parameter.name(), value == null ? parameter.defaultValue() : parameter.checked(value));
    }
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        throw new InvalidSettingsException(
            "Detector %s has no setting %s. It knows: %s."
                .formatted(
                    detectorId, name, values.keySet().stream().collect(Collectors.joining(", "))));
      }
    }
    return new Settings(values);
  }

  /**
   * Returns the value of one parameter.
   *
   * @throws IllegalArgumentException if the detector has no such parameter
   */
  public double number(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("There is no setting %s.".formatted(name));
    }
    return value;
  }

  /** Returns the value of an integer parameter. */
  public int integer(String name) {
    return (int) number(name);
  }

  /** Tells whether a parameter that stands for a switch (0 or 1) is on. */
  public boolean isOn(String name) {
    return number(name) != 0;
  }

  /** Returns all values by parameter name, in the descriptor's order, unmodifiable. */
  public Map<String, Double> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "Settings" + values;
  }
}
