package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.fields.Field;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateRepository;

/** Keeps templates with JPA. */
@ApplicationScoped
public class JpaTemplateRepository implements TemplateRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public Template add(Template template) {
    entities.persist(template);
    entities.flush();
    return template;
  }

  @Override
  public Optional<Template> find(long id) {
    return Optional.ofNullable(entities.find(Template.class, id));
  }

  @Override
  public Optional<Template> findByName(Field field, String name) {
    return entities
        .createQuery(
            "select t from Template t where t.fieldId = :field and t.name = :name", Template.class)
        .setParameter("field", field.id())
        .setParameter("name", name)
        // What is stored counts: an entity that is being renamed must neither be found nor flushed.
        .setFlushMode(FlushModeType.COMMIT)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public List<Template> ofField(Field field, long afterId, int limit) {
    return entities
        .createQuery(
            "select t from Template t where t.fieldId = :field and t.id > :after order by t.id",
            Template.class)
        .setParameter("field", field.id())
        .setParameter("after", afterId)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<Template> all() {
    return entities
        .createQuery("select t from Template t order by t.fieldId, t.name", Template.class)
        .getResultList();
  }

  @Override
  public void remove(Template template) {
    entities.remove(entities.merge(template));
    entities.flush();
  }
}
