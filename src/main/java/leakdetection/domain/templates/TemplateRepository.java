package leakdetection.domain.templates;

import java.util.List;
import java.util.Optional;
import leakdetection.domain.fields.Field;

/** The templates that are kept. */
public interface TemplateRepository {

  /** Keeps a new template and gives it its id. */
  Template add(Template template);

  Optional<Template> find(long id);

  Optional<Template> findByName(Field field, String name);

  /** Returns the templates of a field after the given id, by id, at most {@code limit}. */
  List<Template> ofField(Field field, long afterId, int limit);

  /** Returns all templates, by field and name. */
  List<Template> all();

  void remove(Template template);
}
