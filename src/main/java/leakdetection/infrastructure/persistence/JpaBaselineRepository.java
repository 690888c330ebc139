package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineVersion;

/** Keeps baselines with JPA. */
@ApplicationScoped
public class JpaBaselineRepository implements BaselineRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public Baseline keep(Baseline baseline) {
    Optional<Baseline> same =
        entities
            .createQuery(
                "select b from Baseline b where b.fingerprint = :fingerprint", Baseline.class)
            .setParameter("fingerprint", baseline.fingerprint())
            .getResultList()
            .stream()
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    entities.persist(baseline);
    entities.flush();
    return baseline;
  }

  @Override
  public Optional<Baseline> find(long id) {
    return Optional.ofNullable(entities.find(Baseline.class, id));
  }

  @Override
  public List<Baseline> bank() {
    return entities
        .createQuery("select b from Baseline b where b.bank = true order by b.name", Baseline.class)
        .getResultList();
  }

  @Override
  public boolean isUsed(long id) {
    return !entities
        .createQuery("select v.id from BaselineVersion v where v.baseline.id = :id", Long.class)
        .setParameter("id", id)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  @Override
  public void remove(Baseline baseline) {
    entities.remove(entities.merge(baseline));
    entities.flush();
  }

  @Override
  public BaselineVersion add(BaselineVersion version) {
    entities.persist(version);
    entities.flush();
    return version;
  }

  @Override
  public Optional<BaselineVersion> current(long sensorId, BaselineRole role) {
    return versions(sensorId, role, 1).stream().findFirst();
  }

  @Override
  public Optional<BaselineVersion> first(long sensorId, BaselineRole role) {
    return entities
        .createQuery(
            "select v from BaselineVersion v where v.sensorId = :sensor and v.role = :role"
                + " order by v.version",
            BaselineVersion.class)
        .setParameter("sensor", sensorId)
        .setParameter("role", role)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public List<BaselineVersion> versions(long sensorId, BaselineRole role) {
    return versions(sensorId, role, Integer.MAX_VALUE);
  }

  private List<BaselineVersion> versions(long sensorId, BaselineRole role, int limit) {
    return entities
        .createQuery(
            "select v from BaselineVersion v where v.sensorId = :sensor and v.role = :role"
                + " order by v.version desc",
            BaselineVersion.class)
        .setParameter("sensor", sensorId)
        .setParameter("role", role)
        .setMaxResults(limit)
        .getResultList();
  }
}
