package leakdetection.presentation.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import leakdetection.application.records.Deletions;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.domain.RefusedException;
import leakdetection.domain.deletions.Deletion;

/** What was deleted lately, to be brought back. */
@Named
@RequestScoped
public class DeletionsView {

  @Inject AdminRequest request;
  @Inject Deletions deletions;

  private String problem = "";

  /** A deletion as the page shows it. */
  public record Row(long id, String label, String rows, String time) {}

  /** Returns what was deleted, newest first. */
  public List<Row> getRows() {
    return deletions.newest().stream().map(this::row).toList();
  }

  /** Returns the deletion of which the address tells; none when it cannot be undone. */
  public List<Row> getJust() {
    String table = request.text("of").replace('-', '_');
    String id = request.text("deleted");
    return deletions.newest().stream()
        .filter(it -> it.table().equals(table) && Long.toString(it.recordId()).equals(id))
        .limit(1)
        .map(this::row)
        .toList();
  }

  private Row row(Deletion deletion) {
    return new Row(
        deletion.id(),
        request.texts().told(deletion.label()),
        String.format(request.locale(), "%,d", deletion.rows()),
        Cell.time(deletion.at()));
  }

  /** Brings back what the form names, and shows it. */
  public void undo() {
    bringBack(request.number("deletion", 0));
  }

  /** Brings something back and shows it. */
  public void bringBack(long id) {
    try {
      Deletion back = deletions.undo(id);
      Optional<RecordKind> kind =
          RecordKinds.ALL.stream().filter(it -> it.table().equals(back.table())).findFirst();
      request.goTo(
          kind.map(
                  it ->
                      "/admin/record.xhtml?of=%s&id=%d&restored=1"
                          .formatted(it.name(), back.recordId()))
              .orElse("/admin/deleted.xhtml"));
    } catch (RefusedException refusal) {
      request.fail(refusal);
      problem = request.told(refusal);
    }
  }

  /** Returns what is wrong; empty if nothing is. */
  public String getProblem() {
    return problem;
  }
}
