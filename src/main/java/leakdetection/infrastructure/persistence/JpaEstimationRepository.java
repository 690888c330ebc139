package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import leakdetection.domain.estimation.EstimationRepository;
import leakdetection.domain.estimation.KeptEstimation;

/** Keeps estimations with JPA. */
@ApplicationScoped
public class JpaEstimationRepository implements EstimationRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public KeptEstimation add(KeptEstimation estimation) {
    entities.persist(estimation);
    entities.flush();
    return estimation;
  }

  @Override
  public List<KeptEstimation> of(long sensorId, long beforeId, int limit) {
    return entities
        .createQuery(
            "select e from KeptEstimation e where e.sensorId = :sensor and e.id < :before"
                + " order by e.id desc",
            KeptEstimation.class)
        .setParameter("sensor", sensorId)
        .setParameter("before", beforeId)
        .setMaxResults(limit)
        .getResultList();
  }
}
