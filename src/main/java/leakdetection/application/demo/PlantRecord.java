package leakdetection.application.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.RateAwarePlumeModel;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;
import leakdetection.domain.tsd.RawReading;

/**
 * What the sensors of the plant record: natural gas, plus the response to the plumes of the leaks,
 * less what goes wrong on the way.
 */
final class PlantRecord {

  /** The sum of gas and leaks stays below what a sensor can measure, ppmv. */
  private static final double SATURATED = 9_999;

  private final long seed;
  private final PlumeModel plume = new RateAwarePlumeModel();

  PlantRecord(long seed) {
    this.seed = seed;
  }

  /** Returns the currents at a template over the whole record. */
  Currents currents(DemoTemplate template) {
    Chance chance = Chance.of(seed, "currents " + template.folder());
    return template.sea().currents(chance, DemoPlant.START, steps(DemoPlant.DAYS));
  }

  /** Returns what a sensor's file holds, in its order. */
  List<RawReading> readings(DemoTemplate template, DemoSensor sensor) {
    double[] ppmv = background(template, sensor);
    for (InjectedLeak leak : DemoPlant.LEAKS) {
      if (leak.template() == template) {
        add(ppmv, response(leak, sensor));
      }
    }
    List<RawReading> record = new ArrayList<>();
    Instant start = DemoPlant.START.minus(Duration.ofDays(sensor.days() - (long) DemoPlant.DAYS));
    for (int i = 0; i < ppmv.length; i++) {
      Instant time = start.plus(Sea.STEP.multipliedBy(i));
      record.add(new RawReading(time, Math.min(ppmv[i], SATURATED)));
    }
    Chance chance = Chance.of(seed, "faults " + sensor.name());
    for (RecordFault fault : sensor.faults()) {
      record = fault.apply(record, chance);
    }
    return record;
  }

  /**
   * Returns what a leak adds to a sensor's readings; the response to a stretch is read at its end.
   *
   * @return [steps of the plant's record], ppmv
   */
  double[] response(InjectedLeak leak, DemoSensor sensor) {
    Site site = Site.open(leak.template().angleFromNorth(), SeaWater.STANDARD);
    int first = (int) Duration.between(DemoPlant.START, leak.start()).dividedBy(Sea.STEP);
    int count = (int) leak.leak().duration().dividedBy(Sea.STEP);
    Currents during = currents(leak.template()).window(leak.start(), count, Sea.STEP);
    double[] plumes =
        plume.concentrations(leak.leak(), sensor.position(), during, Optional.empty(), site);
    double[] water = new double[steps(DemoPlant.DAYS)];
    System.arraycopy(plumes, 0, water, first, count);
    double[] read = SensorResponse.STANDARD.apply(water, Sea.STEP);
    double[] response = new double[water.length];
    System.arraycopy(read, 0, response, 1, read.length);
    return response;
  }

  private double[] background(DemoTemplate template, DemoSensor sensor) {
    int n = steps(sensor.days());
    Chance chance = Chance.of(seed, "sensor " + sensor.name());
    double[] own = sensor.gas().series(chance, n);
    double[] common = sensor.gas().series(Chance.of(seed, "template " + template.folder()), n);
    Drift floor = new Drift(chance, 3.0 * DemoPlant.STEPS_PER_DAY);
    double[] sum = new double[n];
    for (int i = 0; i < n; i++) {
      sum[i] =
          sensor.floor() * StrictMath.exp(0.15 * floor.next())
              + (1 - sensor.share()) * own[i]
              + sensor.share() * common[i];
    }
    return GasPulses.grained(sum, chance, 0.15);
  }

  private static void add(double[] ppmv, double[] response) {
    int offset = ppmv.length - response.length;
    for (int i = 0; i < response.length; i++) {
      ppmv[offset + i] += response[i];
    }
  }

  private static int steps(int days) {
    return days * DemoPlant.STEPS_PER_DAY;
  }
}
