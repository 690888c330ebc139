package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.estimation.EstimationRepository;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.domain.simulation.SimulationDetection;

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
  public void add(List<SimulationDetection> simulated) {
    simulated.forEach(entities::persist);
  }

  @Override
  public Optional<KeptEstimation> find(long sensorId, long id) {
    return Optional.ofNullable(entities.find(KeptEstimation.class, id))
        .filter(estimation -> estimation.sensorId() == sensorId);
  }

  @Override
  public List<SimulationDetection> simulated(long estimationId) {
    return entities
        .createQuery(
            "select s from SimulationDetection s where s.estimationId = :estimation order by s.id",
            SimulationDetection.class)
        .setParameter("estimation", estimationId)
        .getResultList();
  }

  @Override
  public Optional<KeptEstimation> lastAsked(long sensorId) {
    return entities
        .createQuery(
            "select e from KeptEstimation e where e.sensorId = :sensor and e.detectionId is not null"
                + " order by e.id desc",
            KeptEstimation.class)
        .setParameter("sensor", sensorId)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
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
