package leakdetection.presentation.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import leakdetection.application.records.RecordKind;
import leakdetection.domain.RefusedException;

/** Finds the editor of a kind of records. */
@ApplicationScoped
public class RecordEditors {

  @Inject @Any Instance<RecordEditor> all;

  /** Finds the editor; empty for what can only be looked at. */
  public Optional<RecordEditor> find(RecordKind kind) {
    return all.stream().filter(editor -> editor.kind().equals(kind)).findFirst();
  }

  /**
   * Returns the editor.
   *
   * @throws RefusedException if these records can only be looked at
   */
  public RecordEditor get(RecordKind kind) {
    return find(kind)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Reason.CONFLICT,
                    List.of("query", "of"),
                    "The %s can only be looked at.".formatted(kind.name())));
  }
}
