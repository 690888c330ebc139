package leakdetection.infrastructure.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables' rows belong to rows of other tables, as the database itself says. */
record ForeignKeys(List<Key> keys) {

  /** The copies of what was deleted belong to nothing that is deleted. */
  private static final String OWN = "delet%";

  /** The rows of {@code table} whose {@code column} is {@code parentColumn} of {@code parent}. */
  record Key(String table, String column, String parent, String parentColumn) {}

  /** Reads them. */
  static ForeignKeys of(Database database) {
    return new ForeignKeys(
        database.query(
            "select m.name, k.\"from\", k.\"table\", coalesce(k.\"to\", 'id') from sqlite_master m"
                + " join pragma_foreign_key_list(m.name) k where m.type = 'table'"
                + " and m.name not like ?",
            row -> new Key(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
            OWN));
  }

  /**
   * Returns a condition for each table that says which of its rows go with one row, parents before
   * children. Each condition takes the row's id once for each question mark.
   */
  Map<String, String> conditions(String table) {
    Map<String, List<String>> conditions = new LinkedHashMap<>();
    conditions.put(table, List.of("id = ?"));
    for (String parent : parentsFirst(table)) {
      String parents = String.join(" or ", conditions.get(parent));
      for (Key key : keys) {
        if (key.parent.equals(parent)) {
          conditions
              .computeIfAbsent(key.table, any -> new ArrayList<>())
              .add(
                  "%s in (select %s from %s where %s)"
                      .formatted(key.column, key.parentColumn, parent, parents));
        }
      }
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    parentsFirst(table)
        .forEach(name -> ordered.put(name, String.join(" or ", conditions.get(name))));
    return ordered;
  }

  private List<String> parentsFirst(String table) {
    Set<String> reached = new LinkedHashSet<>(List.of(table));
    List<String> open = new ArrayList<>(reached);
    for (int i = 0; i < open.size(); i++) {
      String parent = open.get(i);
      keys.stream()
          .filter(key -> key.parent.equals(parent) && reached.add(key.table))
          .forEach(key -> open.add(key.table));
    }
    List<String> ordered = new ArrayList<>();
    while (ordered.size() < reached.size()) {
      String next =
          reached.stream()
              .filter(name -> !ordered.contains(name))
              .filter(
                  name ->
                      keys.stream()
                          .filter(key -> key.table.equals(name) && reached.contains(key.parent))
                          .allMatch(key -> ordered.contains(key.parent)))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("Tables refer to each other in a ring."));
      ordered.add(next);
    }
    return ordered;
  }
}
