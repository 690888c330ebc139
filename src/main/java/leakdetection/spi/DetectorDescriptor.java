package leakdetection.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a detector is, for people and for the host.
 *
 * @param spiVersion always {@link SpiVersion#CURRENT}, so that the plug-in carries the number it
 *     was compiled against
 * @param id unique among all plug-ins: lower-case letters, digits and dashes, at most 64
 * @param name how people call it
 * @param summary what it does, one or two sentences
 * @param reference the paper or program it follows; empty when there is none
 * @param stateVersion version of its snapshots; a snapshot of another version is refused
 * @param warning its default threshold for a warning, percent
 * @param critical its default threshold for critical, percent, at least {@code warning}
 * @param parameters its settings, in the order of the form
 */
public record DetectorDescriptor(
    int spiVersion,
    String id,
    String name,
    String summary,
    String reference,
    int stateVersion,
    double warning,
    double critical,
    List<Parameter> parameters) {

  /**
   * @throws IllegalArgumentException if the id or the thresholds make no sense
   */
  public DetectorDescriptor {
    if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException(
          "The detector id '%s' must be 1 to 64 lower-case letters, digits and dashes."
              .formatted(id));
    }
    Objects.requireNonNull(name);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(reference);
    if (!(0 < warning && warning <= critical && critical < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The thresholds of detector %s must be positive and in order, but warning is %s %% and critical %s %%."
              .formatted(id, warning, critical));
    }
    parameters = List.copyOf(parameters);
  }

  /**
   * Checks values by parameter name and fills in the defaults of those not given.
   *
   * @throws InvalidSettingsException if a name is unknown or a value out of bounds
   */
  public Settings settings(Map<String, Double> given) {
    return Settings.of(id, parameters, given);
  }
}
