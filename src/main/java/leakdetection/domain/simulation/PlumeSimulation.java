package leakdetection.domain.simulation;

import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;

/** A plume model at one site. Thread-safe. */
@FunctionalInterface
public interface PlumeSimulation {

  /**
   * Returns the concentrations in the water at a sensor, before its response.
   *
   * @param leak the release, assumed to go on during all currents
   * @param sensor where
   * @param currents [n]
   * @param waves sea states aligned with the currents by index, or none; without them models that
   *     need waves take a calm sea
   * @return [n], ppmv, not negative, NaN exactly where a current is missing (a model with memory
   *     instead keeps its state over a missing current)
   */
  double[] concentrations(Leak leak, Position sensor, Currents currents, Optional<Waves> waves);
}
