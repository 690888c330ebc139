package leakdetection.domain.simulation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;

/**
 * The integral plume at one site; keeps one centre line per height, flow and speed of the current,
 * since the direction only turns it. Thread-safe.
 */
final class IntegralPlumeSimulation implements PlumeSimulation {

  private record Key(double height, double volumeFlow, double speed) {}

  private final Site site;
  private final PlumeSettings settings;
  private final VolumeFlow volumeFlow;
  private final double sensitivity;
  private final Map<Key, CentreLine> lines = new ConcurrentHashMap<>();

  /** How much gas leaves the hole. */
  @FunctionalInterface
  interface VolumeFlow {
    /** Returns the flow of a leak at the hole's pressure and temperature, m3/s. */
    double of(Leak leak);
  }

  IntegralPlumeSimulation(Site site, PlumeSettings settings, VolumeFlow volumeFlow) {
    this.site = site;
    this.settings = settings;
    this.volumeFlow = volumeFlow;
    this.sensitivity = settings.sensitivity(site.water());
  }

  @Override
  public double[] concentrations(
      Leak leak, Position sensor, Currents currents, Optional<Waves> waves) {
    double height = leak.position().z();
    if (!(height >= 0 && height < site.water().depth())) {
      throw new IllegalArgumentException(
          "Leak %s must lie between the seabed and the surface, 0 to %s m high, not at %s m."
              .formatted(leak.name(), site.water().depth(), height));
    }
    double flow = volumeFlow.of(leak);
    double above = sensor.z() - height;
    double[] ppmv = new double[currents.length()];
    for (int i = 0; i < ppmv.length; i++) {
      double speed = currents.speed(i);
      ppmv[i] =
          Double.isNaN(speed)
              ? Double.NaN
              : at(line(height, flow, speed), leak, sensor, currents.direction(i), above);
    }
    return ppmv;
  }

  private double at(CentreLine line, Leak leak, Position sensor, double direction, double above) {
    CurrentFrame frame =
        CurrentFrame.of(leak.position(), sensor, site.angleFromNorthRadians(), direction);
    return sensitivity * line.concentrationAt(frame.along(), frame.across(), above);
  }

  private CentreLine line(double height, double flow, double speed) {
    return lines.computeIfAbsent(
        new Key(height, flow, speed),
        key -> {
          PlumeSource source = PlumeSource.of(site.water(), height, flow, settings);
          return new CentreLineIntegration(site.water(), source, speed, settings).run();
        });
  }

  @Override
  public String toString() {
    return "IntegralPlumeSimulation[%s, %d centre lines]".formatted(site, lines.size());
  }
}
