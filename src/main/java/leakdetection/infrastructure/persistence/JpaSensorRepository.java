package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorRepository;

/** Keeps sensors with JPA. */
@ApplicationScoped
public class JpaSensorRepository implements SensorRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public Sensor add(Sensor sensor) {
    entities.persist(sensor);
    entities.flush();
    return sensor;
  }

  @Override
  public Optional<Sensor> find(long id) {
    // Past the cache: without a transaction, the server keeps what a request has found once until
    // the request ends, although the sensor may be removed meanwhile.
    return entities
        .createQuery("select s from Sensor s where s.id = :id", Sensor.class)
        .setParameter("id", id)
        .setHint("eclipselink.cache-usage", "DoNotCheckCache")
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Sensor> findByName(String name) {
    return entities
        .createQuery("select s from Sensor s where s.name = :name", Sensor.class)
        .setParameter("name", name)
        // What is stored counts: an entity that is being renamed must neither be found nor flushed.
        .setFlushMode(FlushModeType.COMMIT)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public List<Sensor> page(Optional<Boolean> pinned, long afterId, int limit) {
    String filter = pinned.isPresent() ? " and s.configuration.pinned = :pinned" : "";
    TypedQuery<Sensor> query =
        entities.createQuery(
            "select s from Sensor s where s.id > :after" + filter + " order by s.id", Sensor.class);
    pinned.ifPresent(wanted -> query.setParameter("pinned", wanted));
    return query.setParameter("after", afterId).setMaxResults(limit).getResultList();
  }

  @Override
  public List<Sensor> ofTemplate(long templateId, long afterId, int limit) {
    return entities
        .createQuery(
            "select s from Sensor s where s.template.id = :template and s.id > :after order by s.id",
            Sensor.class)
        .setParameter("template", templateId)
        .setParameter("after", afterId)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<Long> ids() {
    return entities
        .createQuery("select s.id from Sensor s order by s.id", Long.class)
        .getResultList();
  }

  @Override
  public long count() {
    return entities.createQuery("select count(s) from Sensor s", Long.class).getSingleResult();
  }

  // The foreign keys cascade, so that the database removes readings, detections and events.
  @Override
  public void remove(Sensor sensor) {
    entities.remove(entities.merge(sensor));
    entities.flush();
  }
}
