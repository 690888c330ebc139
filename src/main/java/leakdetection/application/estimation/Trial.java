package leakdetection.application.estimation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.estimation.SensorReadings;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.CompatiblePlumeModel;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;

/**
 * One localisation trial: readings of a template's sensors and the points that might leak.
 *
 * @param number of the trial
 * @param angleFromNorth of the template, degrees
 * @param sensors positions [s], m
 * @param points candidate positions [k], m
 * @param east measured currents towards east [n + 1], m/s
 * @param north measured currents towards north [n + 1], m/s
 * @param readings [s][n], ppmv, NaN where missing
 * @param step between two readings
 * @param timeConstant of the sensors
 */
public record Trial(
    int number,
    double angleFromNorth,
    List<Position> sensors,
    List<Position> points,
    double[] east,
    double[] north,
    double[][] readings,
    Duration step,
    Duration timeConstant) {

  /** Returns the trial as an estimator takes it; candidate k is named by its number. */
  public EstimationTask task() {
    List<SensorReadings> measured = new ArrayList<>();
    for (int s = 0; s < sensors.size(); s++) {
      measured.add(new SensorReadings("sensor " + s, sensors.get(s), readings[s]));
    }
    List<Leak> candidates = new ArrayList<>();
    for (int k = 0; k < points.size(); k++) {
      Position point = points.get(k);
      double rate = CompatiblePlumeModel.ratePerSecond(point.z());
      candidates.add(Leak.lasting(Integer.toString(k), rate, point));
    }
    return new EstimationTask(
        Site.open(angleFromNorth, SeaWater.STANDARD),
        candidates,
        measured,
        Currents.ofComponents(east, north, null, step),
        Optional.empty(),
        step,
        new SensorResponse(timeConstant, Double.POSITIVE_INFINITY));
  }
}
