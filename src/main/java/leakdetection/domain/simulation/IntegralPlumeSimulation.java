package leakdetection.domain.simulation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;

/**
 * The integral plume at one site; keeps the centre lines by height and flow of the leaks, since the
 * direction of the current only turns them. Thread-safe.
 */
final class IntegralPlumeSimulation implements PlumeSimulation {

  private record Source(double height, double volumeFlow) {}

  private final Site site;
  private final PlumeSettings settings;
  private final ToDoubleFunction<Leak> volumeFlow;
  private final double sensitivity;
  private final Map<Source, CentreLines> sources = new ConcurrentHashMap<>();

  /**
   * @param volumeFlow gas that leaves a leak's hole, at the pressure there, m3/s
   */
  IntegralPlumeSimulation(Site site, PlumeSettings settings, ToDoubleFunction<Leak> volumeFlow) {
    this.site = site;
    this.settings = settings;
    this.volumeFlow = volumeFlow;
    this.sensitivity = settings.sensitivity(site.water());
  }

  @Override
  public double[] concentrations(
      Leak leak, Position sensor, Currents currents, Optional<Waves> waves) {
    site.water().requireAround(leak);
    double height = leak.position().z();
    CentreLines lines =
        sources.computeIfAbsent(
            new Source(height, volumeFlow.applyAsDouble(leak)), this::centreLines);
    CurrentFrame frame = new CurrentFrame(leak.position(), sensor, site.angleFromNorthRadians());
    double above = sensor.z() - height;
    double[] ppmv = new double[currents.length()];
    for (int i = 0; i < ppmv.length; i++) {
      double speed = currents.speed(i);
      ppmv[i] =
          Double.isNaN(speed)
              ? Double.NaN
              : sensitivity
                  * lines
                      .at(speed)
                      .concentrationAt(frame.along(currents, i), frame.across(currents, i), above);
    }
    return ppmv;
  }

  private CentreLines centreLines(Source source) {
    return new CentreLines(
        site.water(),
        PlumeSource.of(site.water(), source.height(), source.volumeFlow(), settings),
        settings);
  }
}
