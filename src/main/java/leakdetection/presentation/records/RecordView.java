package leakdetection.presentation.records;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.RecordRow;
import leakdetection.application.records.Records;
import leakdetection.domain.RefusedException;
import leakdetection.domain.deletions.DeletionRepository;
import leakdetection.domain.deletions.DependentRows;

/** One record with all that is known of it, and the question whether to delete it. */
@Named
@RequestScoped
public class RecordView {

  @Inject AdminRequest request;
  @Inject Records records;
  @Inject RecordEditors editors;
  @Inject RecordLinks links;

  private RecordKind kind;
  private RecordRow row;
  private String problem = "";

  /** What goes with a record that is deleted. */
  public record Goes(String what, String rows) {}

  /** Finds the record. */
  @PostConstruct
  void load() {
    try {
      kind = request.kind();
      row = records.get(kind, request.number("id", 0));
    } catch (RefusedException refusal) {
      request.fail(refusal);
      problem = request.told(refusal);
    }
  }

  /** Deletes the record and goes to the list, where it can be brought back. */
  public void delete() {
    if (row == null) {
      return;
    }
    try {
      editors.get(kind).delete(row.id());
      request.goTo("/admin/records.xhtml?of=%s&deleted=%d".formatted(kind.name(), row.id()));
    } catch (RefusedException refusal) {
      request.fail(refusal);
      problem = request.told(refusal);
    }
  }

  /** Returns what is wrong; empty if nothing is. */
  public String getProblem() {
    return problem;
  }

  /** Tells whether there is such a record. */
  public boolean isThere() {
    return row != null;
  }

  /** Returns the name of the kind. */
  public String getKind() {
    return kind == null ? "" : kind.name();
  }

  /** Returns what the list of the kind is called. */
  public String getListTitle() {
    return kind == null ? "" : request.texts().kind(kind.name());
  }

  /** Returns the record's id. */
  public long getId() {
    return row == null ? 0 : row.id();
  }

  /** Returns how people know the record. */
  public String getTitle() {
    if (row == null) {
      return request.texts().get("notThere");
    }
    return named(request.texts().get("one." + kind.name()));
  }

  /** Returns the question before it is deleted. */
  public String getQuestion() {
    AdminTexts texts = request.texts();
    String one = texts.get("one." + kind.name()).toLowerCase(request.locale());
    return texts.get("delete.question", named(texts.find("the." + kind.name()).orElse(one)));
  }

  private String named(String one) {
    return row.values().get("name") instanceof String name
        ? one + " " + name
        : one + " " + row.id();
  }

  /** Returns the values of all columns. */
  public List<Cell> getCells() {
    return row == null
        ? List.of()
        : kind.columns().stream()
            .filter(column -> row.values().containsKey(column.name()))
            .map(column -> Cell.of(column, row, request.texts(), request.locale()))
            .toList();
  }

  /** Returns where else one can go from here. */
  public List<RecordLinks.Link> getLinks() {
    return row == null ? List.of() : links.of(kind, row, request.texts());
  }

  /** Tells whether the record can be changed. */
  public boolean isChanging() {
    return row != null && editors.find(kind).filter(RecordEditor::changes).isPresent();
  }

  /** Tells whether the record can be deleted. */
  public boolean isDeleting() {
    return row != null && editors.find(kind).filter(RecordEditor::deletes).isPresent();
  }

  /** Returns what else goes when the record is deleted. */
  public List<Goes> getGoing() {
    return row == null
        ? List.of()
        : records.dependents(kind, row.id()).stream()
            .skip(1)
            .map(rows -> new Goes(what(rows.table()), count(rows, request.locale())))
            .toList();
  }

  private String what(String table) {
    String name = table.replace('_', '-');
    return RecordKinds.ALL.stream().anyMatch(known -> known.name().equals(name))
        ? request.texts().kind(name)
        : request.texts().choice(table);
  }

  private static String count(DependentRows rows, Locale locale) {
    return rows.rows() > DeletionRepository.MOST_ROWS
        ? "> %,d".formatted(DeletionRepository.MOST_ROWS)
        : String.format(locale, "%,d", rows.rows());
  }

  /** Tells whether the record could be brought back. */
  public boolean isUndoable() {
    return row != null
        && records.dependents(kind, row.id()).stream().mapToLong(DependentRows::rows).sum()
            <= DeletionRepository.MOST_ROWS;
  }
}
