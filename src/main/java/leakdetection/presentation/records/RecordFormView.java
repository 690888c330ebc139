package leakdetection.presentation.records;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordRow;
import leakdetection.application.records.Records;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.records.RecordListView.Option;
import leakdetection.presentation.web.JsonMembers;

/** The form by which a record is added or changed, drawn from its kind's columns. */
@Named
@RequestScoped
public class RecordFormView {

  @Inject AdminRequest request;
  @Inject Records records;
  @Inject RecordEditors editors;
  @Inject ReferenceChoices references;

  private RecordKind kind;
  private RecordRow row;
  private boolean sent;
  private List<RefusedException> refusals = List.of();

  /**
   * A field of the form.
   *
   * @param type of the control: text, number, long, choice or suggested
   * @param error what is wrong with its value; empty if nothing is
   */
  public record Field(
      String name,
      String label,
      String type,
      String value,
      boolean required,
      String help,
      String error,
      List<Option> options) {}

  /** Finds what is to be changed. */
  @PostConstruct
  void load() {
    try {
      kind = request.kind();
      editors.get(kind);
      long id = request.number("id", 0);
      row = id == 0 ? null : records.get(kind, id);
    } catch (RefusedException refusal) {
      refuse(refusal);
    }
  }

  /** Adds or changes the record and shows it, or says at the fields what is wrong. */
  public void save() {
    sent = true;
    if (!refusals.isEmpty()) {
      return;
    }
    RecordEditor editor = editors.get(kind);
    try {
      JsonMembers body = FormBody.of(columns(), request::text);
      long id = row == null ? editor.add(body) : row.id();
      if (row != null) {
        editor.change(id, body);
      }
      request.goTo("/admin/record.xhtml?of=%s&id=%d&saved=1".formatted(kind.name(), id));
    } catch (RefusedException refusal) {
      refuse(refusal);
    }
  }

  private void refuse(RefusedException refusal) {
    request.fail(refusal);
    refusals = Refusals.of(refusal);
  }

  private List<Column> columns() {
    return kind.columns(row == null ? Column.Use.GIVEN : Column.Use.CHANGED);
  }

  /** Returns what is wrong and belongs to no field. */
  public List<String> getProblems() {
    return refusals.stream()
        .filter(
            refusal ->
                kind == null
                    || columns().stream()
                        .noneMatch(column -> FormBody.isAbout(refusal, column.name())))
        .map(request::told)
        .toList();
  }

  /** Tells whether anything is wrong. */
  public boolean isRefused() {
    return !refusals.isEmpty();
  }

  /** Tells whether there is a form to fill in. */
  public boolean isThere() {
    return kind != null
        && editors.find(kind).isPresent()
        && (row != null || request.number("id", 0) == 0);
  }

  /** Returns the name of the kind. */
  public String getKind() {
    return kind == null ? "" : kind.name();
  }

  /** Returns the id of the record; empty for a new one. */
  public String getId() {
    return row == null ? "" : Long.toString(row.id());
  }

  /** Returns what the list of the kind is called. */
  public String getListTitle() {
    return kind == null ? "" : request.texts().kind(kind.name());
  }

  /** Returns what the form is for. */
  public String getTitle() {
    if (kind == null) {
      return request.texts().get("unknownList");
    }
    String one = request.texts().get("one." + kind.name());
    if (row == null) {
      return request.texts().get("newOf", one.toLowerCase(request.locale()));
    }
    Object name = row.values().get("name");
    return request.texts().get("changeOf", one + " " + (name == null ? row.id() : name));
  }

  /** Returns a remark on what saving means; empty for none. */
  public String getRemark() {
    String which = row == null ? "add." : "change.";
    return request.texts().find(which + getKind()).orElse("");
  }

  /** Returns where one gets without saving. */
  public String getBack() {
    return row == null
        ? "/admin/records.xhtml?of=" + getKind()
        : "/admin/record.xhtml?of=%s&id=%d".formatted(getKind(), row.id());
  }

  /** Returns the fields. */
  public List<Field> getFields() {
    return columns().stream().map(this::field).toList();
  }

  private Field field(Column column) {
    AdminTexts texts = request.texts();
    String value = value(column);
    String error =
        refusals.stream()
            .filter(refusal -> FormBody.isAbout(refusal, column.name()))
            .map(request::told)
            .findFirst()
            .orElse("");
    String help =
        Stream.of(kind.name() + "." + column.name(), column.name())
            .flatMap(name -> texts.find("help." + name).stream())
            .findFirst()
            .orElse(column.type() == Column.Type.TIME ? texts.get("help.time") : "");
    return new Field(
        column.name(),
        Cell.label(column, texts),
        control(column),
        value,
        column.is(Column.Use.REQUIRED),
        help,
        error,
        options(column, value));
  }

  private String value(Column column) {
    if (sent || request.has(column.name())) {
      return request.text(column.name());
    }
    Object value = row == null ? null : row.values().get(column.name());
    if (value instanceof RecordRow.Link link) {
      return link.text();
    }
    if (value instanceof Double number) {
      return column.type() == Column.Type.PPMV
          ? String.format(java.util.Locale.ROOT, "%.2f", number)
          : number.toString().replaceFirst("\\.0$", "");
    }
    if (row == null && column.type() == Column.Type.TIME) {
      return Cell.time(Instant.now()).substring(0, 16);
    }
    return value == null ? "" : value.toString();
  }

  private static String control(Column column) {
    return switch (column.type()) {
      case NUMBER, PPMV, WHOLE -> "number";
      case LONG_TEXT -> "long";
      case CHOICE, YES_NO, TEMPLATE -> "choice";
      case SENSOR -> "suggested";
      case TEXT, TIME -> "text";
    };
  }

  private List<Option> options(Column column, String now) {
    AdminTexts texts = request.texts();
    return switch (column.type()) {
      case CHOICE ->
          column.choices().stream()
              .map(value -> new Option(value, texts.choice(value), value.equals(now)))
              .toList();
      case YES_NO ->
          Stream.of("false", "true")
              .map(
                  value ->
                      new Option(
                          value, texts.get(value.equals("true") ? "yes" : "no"), value.equals(now)))
              .toList();
      case TEMPLATE ->
          references.templates().stream()
              .map(choice -> new Option(choice.value(), choice.label(), choice.value().equals(now)))
              .toList();
      default -> List.of();
    };
  }

  /** Returns the plant tags, to be suggested where a sensor is asked for. */
  public List<String> getSensors() {
    boolean asked =
        kind != null && columns().stream().anyMatch(c -> c.type() == Column.Type.SENSOR);
    return asked ? references.sensors() : List.of();
  }

  /** Returns the names of the fields that are wrong, for the summary. */
  public String getWrong() {
    return getFields().stream()
        .filter(field -> !field.error().isEmpty())
        .map(Field::label)
        .collect(Collectors.joining(", "));
  }
}
