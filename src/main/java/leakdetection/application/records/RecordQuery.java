package leakdetection.application.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;

/**
 * Which part of a list is wanted.
 *
 * @param search a text that one of the searched columns holds; empty for all
 * @param filters values by the name of a choice or yes-or-no column
 * @param sensor plant tag of the only sensor; empty for all
 * @param from inclusive
 * @param to exclusive
 * @param sort a column's name, with a minus for the last one first
 * @param page from 1
 */
public record RecordQuery(
    RecordKind kind,
    String search,
    Map<String, String> filters,
    String sensor,
    Optional<Instant> from,
    Optional<Instant> to,
    String sort,
    int page) {

  /** How many records a page has. */
  public static final int PAGE = 50;

  /** How far is counted and paged; beyond, a filter helps more than a page number. */
  public static final int COUNTED = 10_000;

  /**
   * @throws RefusedException everything that is wrong with it
   */
  public RecordQuery {
    filters = Map.copyOf(filters);
    Refusals refusals = new Refusals();
    if (!kind.sortable().contains(name(sort))) {
      refusals.add(refused("sort", sort, "one of " + String.join(", ", kind.sortable())));
    }
    if (page < 1 || page > COUNTED / PAGE) {
      refusals.add(refused("page", page, "from 1 to " + COUNTED / PAGE));
    }
    filters.forEach((name, value) -> check(refusals, kind, name, value));
    if (kind.large() && sensor.isEmpty()) {
      boolean narrowed = !filters.isEmpty() || from.isPresent() || to.isPresent();
      if (narrowed || !search.isEmpty() || !name(sort).equals(RecordKind.ID)) {
        refusals.add(
            new RefusedException(
                RefusedException.Reason.INVALID,
                List.of("query", RecordKind.SENSOR),
                "Choose a sensor first: there are too many %s to sort, search or filter all of them."
                    .formatted(kind.name())));
      }
    }
    refusals.throwIfAny();
  }

  private static void check(Refusals refusals, RecordKind kind, String name, String value) {
    List<String> allowed =
        kind.column(name)
            .filter(column -> column.is(Column.Use.FILTERED))
            .map(
                column ->
                    column.type() == Column.Type.YES_NO
                        ? List.of("true", "false")
                        : column.choices())
            .orElse(List.of());
    if (!allowed.contains(value)) {
      refusals.add(refused(name, value, "one of " + String.join(", ", allowed)));
    }
  }

  private static RefusedException refused(String name, Object value, String allowed) {
    String shown = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
    return new RefusedException(
        RefusedException.Reason.INVALID,
        List.of("query", name),
        "The %s (%s) must be %s."
            .formatted(name, shown.substring(0, Math.min(40, shown.length())), allowed));
  }

  private static String name(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }

  /** Returns the column to sort by. */
  public String sortColumn() {
    return name(sort);
  }

  /** Tells whether the last one comes first. */
  public boolean isDescending() {
    return sort.startsWith("-");
  }
}
