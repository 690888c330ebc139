package leakdetection.domain.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.PlumeSimulation;

/**
 * What one leak would bring to every sensor at every time under each of the possible currents; only
 * where it brings anything.
 *
 * <p>A sighting is a time, a state (one of the possible currents) and a sensor with the mean of the
 * concentrations under the currents i and i + 1, since reading i lies between them.
 */
final class PlumeField {

  private static final double INVISIBLE = 0.01;

  private final int[] firstOfTime;
  private int[] states = new int[256];
  private int[] sensors = new int[256];
  private double[] ppmv = new double[256];
  private int count;

  private PlumeField(int times) {
    firstOfTime = new int[times + 1];
  }

  /** Simulates the field of a leak. */
  static PlumeField of(
      PlumeSimulation simulation,
      Leak leak,
      List<SensorReadings> sensors,
      PossibleCurrents currents,
      Optional<Waves> waves) {
    int times = currents.series(0).length() - 1;
    double[][][] raw = new double[currents.size()][sensors.size()][];
    for (int state = 0; state < currents.size(); state++) {
      Currents series = currents.series(state);
      for (int s = 0; s < sensors.size(); s++) {
        raw[state][s] = simulation.concentrations(leak, sensors.get(s).position(), series, waves);
      }
    }
    PlumeField field = new PlumeField(times);
    for (int i = 0; i < times; i++) {
      for (int state = 0; state < raw.length; state++) {
        for (int s = 0; s < sensors.size(); s++) {
          field.add(state, s, (raw[state][s][i] + raw[state][s][i + 1]) / 2);
        }
      }
      field.firstOfTime[i + 1] = field.count;
    }
    return field;
  }

  private void add(int state, int sensor, double mean) {
    if (!(mean > INVISIBLE)) {
      return;
    }
    if (count == ppmv.length) {
      states = Arrays.copyOf(states, 2 * count);
      sensors = Arrays.copyOf(sensors, 2 * count);
      ppmv = Arrays.copyOf(ppmv, 2 * count);
    }
    states[count] = state;
    sensors[count] = sensor;
    ppmv[count] = mean;
    count++;
  }

  /** Returns the first sighting of a time; its last is before the first of the next time. */
  int firstOf(int time) {
    return firstOfTime[time];
  }

  /** Returns the state of a sighting. */
  int state(int sighting) {
    return states[sighting];
  }

  /** Returns the sensor of a sighting. */
  int sensor(int sighting) {
    return sensors[sighting];
  }

  /** Returns the concentration of a sighting, ppmv. */
  double ppmv(int sighting) {
    return ppmv[sighting];
  }

  /** Returns the largest concentration of all sightings, ppmv; 0 without any. */
  double highest() {
    double highest = 0;
    for (int i = 0; i < count; i++) {
      highest = Math.max(highest, ppmv[i]);
    }
    return highest;
  }

  /** Tells whether no sensor sees anything at any time. */
  boolean outOfReach() {
    return count == 0;
  }
}
