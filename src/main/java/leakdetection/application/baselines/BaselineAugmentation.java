package leakdetection.application.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.jobs.JobProgress;
import leakdetection.application.jobs.JobWork.Outcome;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorRepository;

/** Appends a sensor's cleaned new readings to its baseline. */
@ApplicationScoped
public class BaselineAugmentation {

  @Inject CleanedHistory history;
  @Inject SensorRepository sensors;
  @Inject BaselineVersions versions;
  @Inject SystemEvents systemEvents;
  @Inject Clock clock;

  /**
   * Appends what was read since the last time and, unless it is a dry run, puts the longer baseline
   * into force and tells the operators.
   *
   * @throws leakdetection.domain.RefusedException if the sensor is gone or has too few new readings
   */
  public Outcome augment(long sensorId, boolean dryRun, JobProgress progress) {
    Baseline before = versions.inForce(sensorId, BaselineRole.NORMAL).baseline();
    CleanedHistory.Cleaned readings = history.sinceAugmentation(sensorId);
    progress.at(0.5);
    Baseline after = grown(before, readings);
    String name = sensors.find(sensorId).map(Sensor::name).orElse("");
    String summary =
        "The baseline %s of sensor %s %s by %d cleaned readings up to %s."
            .formatted(
                before.name(),
                name,
                dryRun ? "would grow" : "grew",
                count(readings.ppmv()),
                readings.upTo());
    progress.at(0.9);
    if (!dryRun) {
      versions.change(
          sensorId,
          BaselineRole.NORMAL,
          summary,
          inForce -> grown(inForce.baseline(), readings),
          (sensor, inForce) ->
              sensor.configuration().baselineAugmented(clock.instant(), readings.upTo()));
      systemEvents.raise(SystemEventType.ALERT_SUCCESS, summary, sensorId);
    }
    return new Outcome(summary, figures(before, after));
  }

  private Baseline grown(Baseline before, CleanedHistory.Cleaned readings) {
    return new Baseline(
        before.name().endsWith("+") ? before.name() : before.name() + "+",
        before.series().followedBy(readings.ppmv()),
        false,
        "%s, followed by readings of the sensor up to %s".formatted(before.name(), readings.upTo()),
        clock.instant());
  }

  private static Map<String, String> figures(Baseline before, Baseline after) {
    return Map.of(
        "before", describe(before),
        "after", describe(after));
  }

  private static String describe(Baseline baseline) {
    return String.format(
        Locale.ROOT,
        "%s: %d readings, mean %.2f ppmv, variance %.2f ppmv2",
        baseline.name(),
        baseline.length(),
        baseline.mean(),
        baseline.variance());
  }

  private static long count(double[] ppmv) {
    return Arrays.stream(ppmv).filter(Double::isFinite).count();
  }
}
