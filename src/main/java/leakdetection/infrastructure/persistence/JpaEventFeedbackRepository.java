package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.events.EventFeedback;
import leakdetection.domain.events.EventFeedbackRepository;

/** Keeps what operators said of events with JPA. */
@ApplicationScoped
public class JpaEventFeedbackRepository implements EventFeedbackRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public EventFeedback add(EventFeedback feedback) {
    entities.persist(feedback);
    entities.flush();
    return feedback;
  }

  @Override
  public Optional<EventFeedback> find(long id) {
    return Optional.ofNullable(entities.find(EventFeedback.class, id));
  }

  @Override
  public List<EventFeedback> ofEvent(long eventId) {
    return entities
        .createQuery(
            "select f from EventFeedback f where f.eventId = :event order by f.id",
            EventFeedback.class)
        .setParameter("event", eventId)
        .getResultList();
  }

  @Override
  public List<EventFeedback> ofSensor(long sensorId, int limit) {
    return entities
        .createQuery(
            "select f from EventFeedback f where f.sensorId = :sensor order by f.id desc",
            EventFeedback.class)
        .setParameter("sensor", sensorId)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<EventFeedback> normalStretches(long sensorId) {
    return entities
        .createQuery(
            "select f from EventFeedback f where f.sensorId = :sensor and f.undone = false"
                + " and f.normalFrom is not null order by f.normalFrom",
            EventFeedback.class)
        .setParameter("sensor", sensorId)
        .getResultList();
  }
}
