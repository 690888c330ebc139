package leakdetection.presentation.records;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordPage;
import leakdetection.application.records.RecordQuery;
import leakdetection.application.records.RecordRow;
import leakdetection.application.records.Records;
import leakdetection.domain.RefusedException;

/**
 * A list of records of one kind. Page, order, search and filters are in the address, so that a list
 * can be kept as a bookmark; nothing is kept on the server.
 */
@Named
@RequestScoped
public class RecordListView {

  @Inject AdminRequest request;
  @Inject Records records;
  @Inject RecordEditors editors;

  private RecordKind kind;
  private RecordPage found;
  private String problem = "";
  private int page = 1;

  /** A heading with the address that sorts by it, and how the list is sorted by it now. */
  public record Heading(String label, String address, String sorted, String kind) {}

  /** A choice of a filter. */
  public record Option(String value, String label, boolean chosen) {}

  /** A filter with its choices. */
  public record Filter(String name, String label, List<Option> options) {}

  /** A row with the address of its record. */
  public record Row(long id, String address, List<Cell> cells) {}

  /** Finds the records. */
  @PostConstruct
  void load() {
    try {
      kind = request.kind();
      page = (int) Math.max(1, Math.min(request.number("page", 1), Integer.MAX_VALUE));
      found = records.page(query());
    } catch (RefusedException refusal) {
      request.fail(refusal);
      problem = request.told(refusal);
      found = new RecordPage(List.of(), 0);
    }
  }

  private RecordQuery query() {
    return new RecordQuery(
        kind,
        request.text("q"),
        chosen(),
        request.text(RecordKind.SENSOR),
        kind.period().isPresent() ? request.time("from") : Optional.empty(),
        kind.period().isPresent() ? request.time("to") : Optional.empty(),
        sort(),
        page);
  }

  private String sort() {
    String given = request.text("sort");
    return given.isEmpty() ? kind.sort() : given;
  }

  private Map<String, String> chosen() {
    return kind.columns(Column.Use.FILTERED).stream()
        .filter(column -> column.type() != Column.Type.TIME)
        .filter(column -> !request.text(column.name()).isEmpty())
        .collect(Collectors.toMap(Column::name, column -> request.text(column.name())));
  }

  /** Returns what is wrong with the wish; empty if nothing is. */
  public String getProblem() {
    return problem;
  }

  /** Returns the name of the kind; empty when there is none of the name that was asked for. */
  public String getKind() {
    return kind == null ? "" : kind.name();
  }

  /** Returns the list's title. */
  public String getTitle() {
    return kind == null ? request.texts().get("unknownList") : request.texts().kind(kind.name());
  }

  /** Returns what these records are, in a sentence. */
  public String getAbout() {
    return request.texts().find("about." + getKind()).orElse("");
  }

  /** Returns how many there are. */
  public String getCount() {
    return found.isMore()
        ? request
            .texts()
            .get("moreThan", String.format(request.locale(), "%,d", RecordQuery.COUNTED))
        : String.format(request.locale(), "%,d", found.total());
  }

  /** Returns the headings. */
  public List<Heading> getHeadings() {
    boolean sortable = !kind.large() || !request.text(RecordKind.SENSOR).isEmpty();
    return Stream.concat(
            Stream.of(heading(RecordKind.ID, "#", true, "number")),
            kind.columns(Column.Use.LISTED).stream()
                .map(
                    column ->
                        heading(
                            column.name(),
                            Cell.label(column, request.texts()),
                            sortable && column.is(Column.Use.SORTED),
                            numeric(column) ? "number" : "text")))
        .toList();
  }

  private static boolean numeric(Column column) {
    return switch (column.type()) {
      case NUMBER, PPMV, WHOLE -> true;
      default -> false;
    };
  }

  private Heading heading(String name, String label, boolean sortable, String type) {
    String now = sort();
    String sorted = now.equals(name) ? "ascending" : now.equals("-" + name) ? "descending" : "none";
    String next = sorted.equals("ascending") ? "-" + name : name;
    return new Heading(
        label, sortable ? address(Map.of("sort", next, "page", "")) : "", sorted, type);
  }

  /** Returns the rows of this page. */
  public List<Row> getRows() {
    return found.rows().stream().map(this::row).toList();
  }

  private Row row(RecordRow row) {
    return new Row(
        row.id(),
        "/admin/record.xhtml?of=" + kind.name() + "&id=" + row.id(),
        kind.columns(Column.Use.LISTED).stream()
            .map(column -> Cell.of(column, row, request.texts(), request.locale()))
            .toList());
  }

  /** Returns the filters with their choices. */
  public List<Filter> getFilters() {
    return kind.columns(Column.Use.FILTERED).stream()
        .filter(column -> column.type() != Column.Type.TIME)
        .map(
            column ->
                new Filter(column.name(), request.texts().column(column.name()), options(column)))
        .toList();
  }

  private List<Option> options(Column column) {
    List<String> values =
        column.type() == Column.Type.YES_NO ? List.of("true", "false") : column.choices();
    String now = request.text(column.name());
    return values.stream()
        .map(value -> new Option(value, label(column, value), value.equals(now)))
        .toList();
  }

  private String label(Column column, String value) {
    AdminTexts texts = request.texts();
    return column.type() == Column.Type.YES_NO
        ? texts.get(value.equals("true") ? "yes" : "no")
        : texts.choice(value);
  }

  /** Tells whether a text can be searched for. */
  public boolean isSearchable() {
    return !kind.columns(Column.Use.SEARCHED).isEmpty();
  }

  /** Returns the names of the columns that are searched, for the hint. */
  public String getSearched() {
    return kind.columns(Column.Use.SEARCHED).stream()
        .map(column -> request.texts().column(column.name()).toLowerCase(request.locale()))
        .collect(Collectors.joining(", "));
  }

  /** Tells whether the records belong to sensors. */
  public boolean isOfSensors() {
    return kind.isOfSensors();
  }

  /** Tells whether the list must be narrowed to a sensor before it can be sorted and filtered. */
  public boolean isToBeNarrowed() {
    return kind.large() && request.text(RecordKind.SENSOR).isEmpty();
  }

  /** Tells whether a period can be chosen. */
  public boolean isInTime() {
    return kind.period().isPresent();
  }

  /** Tells whether the list is narrowed by anything. */
  public boolean isNarrowed() {
    return Stream.of("q", RecordKind.SENSOR, "from", "to")
            .anyMatch(name -> !request.text(name).isEmpty())
        || !chosen().isEmpty();
  }

  /** Tells whether records can be added. */
  public boolean isAdding() {
    return kind != null && editors.find(kind).filter(RecordEditor::adds).isPresent();
  }

  /** Tells whether there is nothing to show. */
  public boolean isNothing() {
    return found.rows().isEmpty();
  }

  /** Returns the number of this page. */
  public int getPage() {
    return page;
  }

  /** Returns the number of the last page that can be shown. */
  public int getLastPage() {
    return found.lastPage();
  }

  /** Returns the address of another page of this list; empty when there is none. */
  public String pageAddress(int wanted) {
    return wanted < 1 || wanted > getLastPage()
        ? ""
        : address(Map.of("page", Integer.toString(wanted)));
  }

  private String address(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("of", kind.name());
    Stream.of("q", RecordKind.SENSOR, "from", "to", "sort", "page")
        .forEach(name -> all.put(name, request.text(name)));
    all.putAll(chosen());
    all.putAll(changes);
    return all.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "/admin/records.xhtml?", ""));
  }
}
