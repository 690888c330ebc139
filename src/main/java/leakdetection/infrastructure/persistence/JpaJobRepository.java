package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.jobs.Job;
import leakdetection.domain.jobs.JobKind;
import leakdetection.domain.jobs.JobRepository;
import leakdetection.domain.jobs.JobState;

/** Keeps jobs with JPA. */
@ApplicationScoped
public class JpaJobRepository implements JobRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public Job add(Job job) {
    entities.persist(job);
    entities.flush();
    return job;
  }

  @Override
  public Optional<Job> find(long id) {
    return Optional.ofNullable(entities.find(Job.class, id));
  }

  @Override
  public List<Job> before(long id, int limit) {
    return entities
        .createQuery("select j from Job j where j.id < :before order by j.id desc", Job.class)
        .setParameter("before", id)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public Optional<Job> lastStarted(JobKind kind, long sensorId) {
    return entities
        .createQuery(
            "select j from Job j where j.kind = :kind and j.sensorId = :sensor"
                + " and j.dryRun = false order by j.id desc",
            Job.class)
        .setParameter("kind", kind)
        .setParameter("sensor", sensorId)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public List<Job> open() {
    return entities
        .createQuery("select j from Job j where j.state in :open order by j.id", Job.class)
        .setParameter("open", List.of(JobState.QUEUED, JobState.RUNNING))
        .getResultList();
  }
}
