package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import leakdetection.domain.events.EventFilter;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;

/** Keeps events with JPA. */
@ApplicationScoped
public class JpaEventRepository implements EventRepository {

  private final AtomicLong lastSensorEvent = new AtomicLong();
  private final AtomicLong lastSystemEvent = new AtomicLong();

  @PersistenceContext EntityManager entities;

  // Added by plain statements, because each flush would look at all entities of the group again.
  @Inject Database database;

  @Override
  public SensorEvent add(SensorEvent event) {
    event.identify(database.nextNumber(lastSensorEvent, "sensor_events"));
    database.update(
        "insert into sensor_events (id, sensor_id, type, timestamp, detection_id, fault, judged_late)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        event.id(),
        event.sensorId(),
        event.type().name(),
        InstantConverter.microseconds(event.timestamp()),
        event.detectionId(),
        event.condition().fault().map(Enum::name).orElse(null),
        event.isJudgedLate());
    return event;
  }

  @Override
  public SystemEvent add(SystemEvent event) {
    event.identify(database.nextNumber(lastSystemEvent, "system_events"));
    database.update(
        "insert into system_events (id, type, message, timestamp, sensor_id) values (?, ?, ?, ?, ?)",
        event.id(),
        event.type().name(),
        event.message(),
        InstantConverter.microseconds(event.timestamp()),
        event.sensorId());
    return event;
  }

  @Override
  public Optional<SensorEvent> findSensorEvent(long id) {
    return Optional.ofNullable(entities.find(SensorEvent.class, id));
  }

  @Override
  public Optional<SensorEvent> last(long sensorId) {
    return entities
        .createQuery(
            "select e from SensorEvent e where e.sensorId = :sensor and e.judgedLate = false"
                + " order by e.id desc",
            SensorEvent.class)
        .setParameter("sensor", sensorId)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public Optional<SensorEvent> lastJudgedLate(long sensorId, Instant before) {
    return entities
        .createQuery(
            "select e from SensorEvent e where e.sensorId = :sensor and e.judgedLate = true"
                + " and e.timestamp < :before order by e.timestamp desc, e.id desc",
            SensorEvent.class)
        .setParameter("sensor", sensorId)
        .setParameter("before", before)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public Optional<SensorEvent> following(SensorEvent event) {
    return entities
        .createQuery(
            "select e from SensorEvent e where e.sensorId = :sensor and e.id > :after"
                + " order by e.id",
            SensorEvent.class)
        .setParameter("sensor", event.sensorId())
        .setParameter("after", event.id())
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public List<SensorEvent> sensorEvents(EventFilter filter, long beforeId, int limit) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder jpql = new StringBuilder("select e from SensorEvent e where e.id < :before");
    filter.sensorId().ifPresent(id -> narrow(jpql, values, "e.sensorId = :sensor", id));
    filter
        .templateId()
        .ifPresent(
            id ->
                narrow(
                    jpql,
                    values,
                    "e.sensorId in (select s.id from Sensor s where s.template.id = :template)",
                    id));
    filter.type().ifPresent(type -> narrow(jpql, values, "e.type = :type", type));
    if (!filter.from().equals(Instant.MIN)) {
      narrow(jpql, values, "e.timestamp >= :from", filter.from());
    }
    if (!filter.to().equals(Instant.MAX)) {
      narrow(jpql, values, "e.timestamp < :to", filter.to());
    }
    TypedQuery<SensorEvent> query =
        entities.createQuery(jpql.append(" order by e.id desc").toString(), SensorEvent.class);
    values.forEach(query::setParameter);
    return query.setParameter("before", beforeId).setMaxResults(limit).getResultList();
  }

  /** Adds a condition; the name of its one parameter is the word behind the colon. */
  private static void narrow(
      StringBuilder jpql, Map<String, Object> values, String condition, Object value) {
    jpql.append(" and ").append(condition);
    values.put(condition.replaceAll(".*:(\\w+).*", "$1"), value);
  }

  @Override
  public List<SystemEvent> systemEvents(long beforeId, int limit) {
    return entities
        .createQuery(
            "select e from SystemEvent e where e.id < :before order by e.id desc",
            SystemEvent.class)
        .setParameter("before", beforeId)
        .setMaxResults(limit)
        .getResultList();
  }
}
