package leakdetection.application.sensors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.sensors.SensorRepository;

/**
 * Finds sensors by id or plant tag without asking the database each time. Thread-safe.
 *
 * <p>An answer may be as old as the last change that is being announced; who stores by it must bear
 * that the sensor is gone.
 */
@ApplicationScoped
public class SensorDirectory {

  private static final int LONGEST_ID = 18;

  @Inject SensorRepository sensors;

  private final Map<String, Long> known = new ConcurrentHashMap<>();
  private final Set<Long> knownIds = ConcurrentHashMap.newKeySet();
  private final AtomicLong changes = new AtomicLong();

  /** Finds a sensor by its plant tag, else by its id. */
  public Optional<Long> find(String reference) {
    Long id = known.get(reference);
    return id != null ? Optional.of(id) : lookUp(reference);
  }

  /** Tells whether there is a sensor of this id. */
  public boolean has(long id) {
    if (knownIds.contains(id)) {
      return true;
    }
    long before = changes.get();
    boolean there = sensors.find(id).isPresent();
    if (there && changes.get() == before) {
      knownIds.add(id);
    }
    return there;
  }

  private Optional<Long> lookUp(String reference) {
    long before = changes.get();
    Optional<Long> found =
        sensors
            .findByName(reference)
            .or(() -> number(reference).flatMap(sensors::find))
            .map(Sensor::id);
    if (changes.get() == before) {
      found.ifPresent(id -> known.put(reference, id));
    }
    return found;
  }

  private static Optional<Long> number(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= LONGEST_ID
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** Asks the database again from now on. */
  public void forget() {
    changes.incrementAndGet();
    known.clear();
    knownIds.clear();
  }

  void onChanged(@Observes SensorChanged changed) {
    forget();
  }

  void onRemoved(@Observes SensorRemoved removal) {
    forget();
  }
}
