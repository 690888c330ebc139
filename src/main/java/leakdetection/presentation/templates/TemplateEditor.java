package leakdetection.presentation.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.fields.Field;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** Templates on the administrators' pages. */
@ApplicationScoped
public class TemplateEditor implements RecordEditor {

  @Inject TemplateRegistry templates;

  @Override
  public RecordKind kind() {
    return RecordKinds.TEMPLATES;
  }

  @Override
  public long add(JsonMembers body) {
    Field field = body.tried(() -> field(body.text("field").orElse("")));
    TemplateWish.NewTemplate wish = new TemplateWish(body).newTemplate();
    return templates
        .add(field.id(), wish.name(), wish.shape(), wish.environment(), wish.conditions())
        .id();
  }

  private static Field field(String label) {
    return Arrays.stream(Field.values())
        .filter(field -> field.label().equals(label))
        .findFirst()
        .orElseThrow(() -> RefusedException.invalid("field", "The field must be chosen."));
  }

  @Override
  public void change(long id, JsonMembers body) {
    templates.change(id, template -> new TemplateWish(body).change(template));
  }

  /** The question before it told that the sensors go with it. */
  @Override
  public void delete(long id) {
    templates.remove(id, true);
  }
}
