package leakdetection.domain.simulation;

import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;

/**
 * Says which concentration a leak causes at a point; found through {@link java.util.ServiceLoader}.
 *
 * <p>Has a public constructor without parameters that does no work; stateless and thread-safe.
 */
public interface PlumeModel {

  /** Returns the identifier, lower case, unique among the models. */
  String id();

  /** Returns a number that grows whenever the same leak would get other concentrations. */
  default int version() {
    return 1;
  }

  /** Returns the model in one sentence, with its validity and source. */
  String summary();

  /** Tells whether the model holds for this site; usually under no roof. */
  default boolean suits(Site site) {
    return site.enclosure().isEmpty();
  }

  /** Tells whether the concentrations depend on the leak's rate, in kg/s; usually they do. */
  default boolean rateAware() {
    return true;
  }

  /**
   * Prepares simulations at a site. The result may keep plumes for reuse; it lives as long as one
   * estimation or one map.
   *
   * @throws IllegalArgumentException if the model does not suit the site
   */
  PlumeSimulation at(Site site);

  /**
   * Returns the concentrations that a leak causes at a sensor, one per current, as in {@link
   * PlumeSimulation#concentrations}.
   */
  default double[] concentrations(
      Leak leak, Position sensor, Currents currents, Optional<Waves> waves, Site site) {
    return at(site).concentrations(leak, sensor, currents, waves);
  }
}
