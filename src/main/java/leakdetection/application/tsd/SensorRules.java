package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.Writer;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.ReadingRulesRepository;

/** Keeps by what the readings of each sensor are checked and judged. Thread-safe. */
@ApplicationScoped
public class SensorRules {

  @Inject Writer writer;
  @Inject SensorRegistry sensors;
  @Inject ReadingRulesRepository rules;
  @Inject Event<SensorChanged> changed;

  // Changed by announcements only, in the order of the commits.
  private final Map<Long, ReadingRules> known = new ConcurrentHashMap<>();

  /** Returns the rules in force; the standard ones for a sensor that is gone. */
  public ReadingRules of(long sensorId) {
    return known.computeIfAbsent(sensorId, rules::of);
  }

  /**
   * Returns the rules in force.
   *
   * @throws RefusedException if there is no such sensor
   */
  public ReadingRules shown(long sensorId) {
    sensors.get(sensorId);
    return of(sensorId);
  }

  /**
   * Sets the rules of a sensor; they count for the readings that come from now on.
   *
   * @throws RefusedException if there is no such sensor
   */
  public ReadingRules choose(long sensorId, ReadingRules wanted) {
    sensors.get(sensorId);
    return writer.write(
        () -> {
          rules.keep(sensorId, wanted);
          return wanted;
        },
        kept -> {
          known.put(sensorId, kept);
          changed.fire(new SensorChanged(sensorId));
        });
  }

  void forget(@Observes SensorRemoved removal) {
    known.remove(removal.sensorId());
  }
}
