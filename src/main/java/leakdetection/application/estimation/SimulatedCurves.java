package leakdetection.application.estimation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.estimation.RankedCandidate;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.PlumeSimulation;
import leakdetection.domain.simulation.SimulationDetection;

/** Simulates what the first candidates of an estimation would have brought to the sensors. */
final class SimulatedCurves {

  /** How many candidates a person compares with what was measured. */
  private static final int FIRST = 3;

  private SimulatedCurves() {}

  /** A curve at a sensor. */
  record AtSensor(long sensorId, SimulationDetection.Curve curve) {

    SimulationDetection of(long estimationId, Instant from, Duration step) {
      return new SimulationDetection(estimationId, sensorId, from, step, curve);
    }
  }

  /** Simulates each of the first candidates at its most probable rate, if it has one. */
  static List<AtSensor> of(
      Estimation estimation, EstimationTask task, PlumeModel model, List<Sensor> sensors) {
    PlumeSimulation simulation = model.at(task.site());
    List<AtSensor> curves = new ArrayList<>();
    for (RankedCandidate candidate : estimation.candidates().stream().limit(FIRST).toList()) {
      if (Double.isNaN(candidate.rate())) {
        continue;
      }
      Leak leak = candidate.leak().withRate(candidate.rate());
      for (Sensor sensor : sensors) {
        double[] water =
            simulation.concentrations(
                leak, sensor.position(), task.currents().filled(), task.waves());
        double[] ppmv = task.response().apply(water, task.interval());
        curves.add(new AtSensor(sensor.id(), new SimulationDetection.Curve(leak, ppmv)));
      }
    }
    return curves;
  }
}
