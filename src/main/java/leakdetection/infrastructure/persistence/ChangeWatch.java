package leakdetection.infrastructure.persistence;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import leakdetection.application.security.AuditTrail;
import leakdetection.application.security.AuditTrail.Change;
import leakdetection.application.security.CurrentCaller.Act;

/**
 * Sees what a change does to the tables, whoever makes it and however: triggers note each row
 * before and after, while the one writer says that somebody watches.
 *
 * <p>The triggers are made from the tables as they are at each start, so a new table or column is
 * watched without a word; only tables of bulk, of which nobody decides single rows, are left out.
 */
@ApplicationScoped
class ChangeWatch {

  private static final Set<String> BULK =
      Set.of(
          "anomaly_detections",
          "audit_changes",
          "audit_entries",
          "audit_watch",
          "baseline_versions",
          "deleted_rows",
          "detector_snapshots",
          "estimation_candidates",
          "estimations",
          "feed_positions",
          "late_judgings",
          "late_stretches",
          "reading_corrections",
          "reading_gaps",
          "sensor_events",
          "shadow_scores",
          "shadow_snapshots",
          "simulation_detections",
          "system_events",
          "time_series_data",
          "write_probe");

  static final String PREFIX = "audit_watch_";

  /** How much of a long text is noted. */
  private static final int SHOWN = 200;

  /** How many rows of one change are noted one by one. */
  private static final int MOST = 100;

  @Inject Database database;
  @Inject AuditTrail trail;
  @PersistenceContext EntityManager entities;

  private record Column(String name, int key) {}

  void prepare(@Observes @Priority(DatabaseAtStart.PRIORITY + 1) Startup event) {
    database.update("update audit_watch set watching = 0 where watching <> 0");
    List<String> wanted = tables().stream().flatMap(table -> triggers(table).stream()).toList();
    if (!Set.copyOf(ofTriggers("sql")).equals(Set.copyOf(wanted))) {
      ofTriggers("name").forEach(name -> database.update("drop trigger " + name));
      wanted.forEach(database::update);
    }
  }

  private List<String> ofTriggers(String column) {
    return database.query(
        "select " + column + " from sqlite_master where type = 'trigger' and name like ?",
        row -> row.getString(1),
        PREFIX + "%");
  }

  private List<String> tables() {
    return database
        .query(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                + " and name not like 'DATABASECHANGELOG%' order by name",
            row -> row.getString(1))
        .stream()
        .filter(name -> !BULK.contains(name))
        .toList();
  }

  private List<String> triggers(String table) {
    List<Column> columns =
        database.query(
            "select name, pk from pragma_table_info('" + table + "')",
            row -> new Column(row.getString(1), row.getInt(2)));
    List<String> triggers = new ArrayList<>();
    triggers.add(trigger(table, "insert", columns, "null", json(columns, "new"), "new"));
    triggers.add(
        trigger(table, "update", columns, json(columns, "old"), json(columns, "new"), "new"));
    triggers.add(trigger(table, "delete", columns, json(columns, "old"), "null", "old"));
    return triggers;
  }

  private static String trigger(
      String table, String when, List<Column> columns, String before, String after, String row) {
    String key =
        columns.stream()
            .filter(column -> column.key() > 0)
            .map(column -> row + "." + column.name())
            .collect(Collectors.joining(" || '/' || "));
    return "CREATE TRIGGER %s%s_%s after %s on %s when (select watching from audit_watch)"
            .formatted(PREFIX, table, when, when, table)
        + " begin insert into audit_changes (thing, thing_id, before, after)"
        + " values ('%s', %s, %s, %s); end"
            .formatted(table, key.isEmpty() ? "''" : key, before, after);
  }

  /** Secrets, even hashed ones, are nobody's business; of bytes only the number is told. */
  private static String json(List<Column> columns, String row) {
    return columns.stream()
        .map(
            column -> {
              String value = row + "." + column.name();
              String shown =
                  column.name().endsWith("_hash")
                      ? "case when " + value + " is null then null else 'secret' end"
                      : "case typeof(%s) when 'blob' then length(%s) || ' bytes' when 'text' then substr(%s, 1, %d) else %s end"
                          .formatted(value, value, value, SHOWN, value);
              return "'%s', %s".formatted(column.name(), shown);
            })
        .collect(Collectors.joining(", ", "json_object(", ")"));
  }

  /**
   * Returns the unit of a change that somebody asked for: with its entries in the audit log, or not
   * at all. To be run in a transaction.
   */
  Runnable audited(Act act, Runnable unit) {
    return () -> {
      database.update("update audit_watch set watching = 1");
      unit.run();
      entities.flush();
      List<Change> changes = noted();
      database.update("delete from audit_changes");
      database.update("update audit_watch set watching = 0");
      trail.append(act, shortened(changes));
    };
  }

  private List<Change> noted() {
    return database.query(
        "select thing, thing_id, before, after from audit_changes order by rowid",
        row ->
            new Change(
                row.getString(1),
                row.getString(2),
                Objects.requireNonNullElse(row.getString(3), ""),
                Objects.requireNonNullElse(row.getString(4), "")));
  }

  private static List<Change> shortened(List<Change> changes) {
    List<Change> all = new ArrayList<>();
    for (Change change : changes) {
      if (all.size() == MOST) {
        int more = changes.size() - MOST;
        all.add(new Change("more", Integer.toString(more), "", ""));
        break;
      }
      all.add(ChangedMembers.only(change));
    }
    return all;
  }
}
