package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import leakdetection.domain.templates.EnvironmentKind;
import leakdetection.domain.templates.UploadedEnvironment;
import leakdetection.domain.templates.UploadedEnvironmentRepository;

/** Keeps what was sent of the templates' surroundings with JPA. */
@ApplicationScoped
public class JpaUploadedEnvironmentRepository implements UploadedEnvironmentRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public Optional<UploadedEnvironment> find(long templateId, EnvironmentKind kind) {
    return entities
        .createQuery(
            "select u from UploadedEnvironment u where u.templateId = :template and u.kind = :kind",
            UploadedEnvironment.class)
        .setParameter("template", templateId)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  @Override
  public UploadedEnvironment add(UploadedEnvironment uploaded) {
    entities.persist(uploaded);
    entities.flush();
    return uploaded;
  }

  @Override
  public void remove(UploadedEnvironment uploaded) {
    entities.remove(uploaded);
  }
}
