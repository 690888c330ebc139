package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;

/** Keeps events with JPA. */
@ApplicationScoped
public class JpaEventRepository implements EventRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public SensorEvent add(SensorEvent event) {
    entities.persist(event);
    entities.flush();
    return event;
  }

  @Override
  public SystemEvent add(SystemEvent event) {
    entities.persist(event);
    entities.flush();
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
  public List<SensorEvent> sensorEvents(Optional<Long> sensorId, long beforeId, int limit) {
    String filter = sensorId.isPresent() ? " and e.sensorId = :sensor" : "";
    TypedQuery<SensorEvent> query =
        entities.createQuery(
            "select e from SensorEvent e where e.id < :before" + filter + " order by e.id desc",
            SensorEvent.class);
    sensorId.ifPresent(id -> query.setParameter("sensor", id));
    return query.setParameter("before", beforeId).setMaxResults(limit).getResultList();
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
