package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.baselines.Procedure;
import leakdetection.domain.baselines.ProcedureRepository;

/** Keeps procedures with JPA. */
@ApplicationScoped
public class JpaProcedureRepository implements ProcedureRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public Procedure add(Procedure procedure) {
    entities.persist(procedure);
    entities.flush();
    return procedure;
  }

  @Override
  public Optional<Procedure> find(long id) {
    return Optional.ofNullable(entities.find(Procedure.class, id));
  }

  @Override
  public List<Procedure> of(long sensorId) {
    return entities
        .createQuery(
            "select p from Procedure p where p.sensorId = :sensor order by p.id", Procedure.class)
        .setParameter("sensor", sensorId)
        .getResultList();
  }

  @Override
  public List<Procedure> of(long sensorId, Procedure.Outcome outcome) {
    return entities
        .createQuery(
            "select p from Procedure p where p.sensorId = :sensor and p.outcome = :outcome"
                + " order by p.id",
            Procedure.class)
        .setParameter("sensor", sensorId)
        .setParameter("outcome", outcome)
        .getResultList();
  }
}
