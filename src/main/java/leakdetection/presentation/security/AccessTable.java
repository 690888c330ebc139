package leakdetection.presentation.security;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import leakdetection.presentation.security.AccessEntry.Segments;

/**
 * Who may do what: the lowest role for every operation, page and stream. What is not in here is
 * refused, whoever asks; {@code AccessTableTest} names what is missing.
 *
 * <p>A line is a role, a method and a path, in which a star stands for one segment. STREAM is a
 * WebSocket, PAGE a view with its forms, FILES everything below a folder. Two words may follow:
 * {@code push} (a token of that scope is enough) and {@code person} (no token may).
 */
final class AccessTable {

  private static final String LINES =
      """
      anyone        PAGE   /security/sign-in.xhtml
      anyone        PAGE   /security/set-up.xhtml
      anyone        POST   /api/set-up
      anyone        GET    /security/provider
      anyone        GET    /security/provider/return
      anyone        FILES  /layout
      anyone        FILES  /security
      anyone        GET    /favicon.svg
      anyone        GET    /failed

      viewer        PAGE   /index.xhtml
      viewer        PAGE   /sensors/sensor.xhtml
      viewer        PAGE   /sensors/dashboard.xhtml
      operator      PAGE   /sensors/new.xhtml
      viewer        PAGE   /templates/index.xhtml
      viewer        PAGE   /templates/template.xhtml
      operator      PAGE   /templates/new.xhtml
      viewer        PAGE   /events/index.xhtml
      viewer        FILES  /templates
      viewer        FILES  /events
      engineer      PAGE   /admin/index.xhtml
      engineer      PAGE   /admin/records.xhtml
      engineer      PAGE   /admin/record.xhtml
      engineer      PAGE   /admin/edit.xhtml
      engineer      PAGE   /admin/delete.xhtml
      engineer      PAGE   /admin/deleted.xhtml
      engineer      PAGE   /admin/detectors.xhtml
      engineer      PAGE   /admin/detector.xhtml
      engineer      PAGE   /admin/rules.xhtml
      engineer      PAGE   /admin/backtests.xhtml
      engineer      PAGE   /admin/backtest.xhtml
      engineer      PAGE   /admin/map.xhtml
      engineer      PAGE   /admin/jobs.xhtml
      engineer      PAGE   /admin/settings.xhtml
      viewer        PAGE   /layout/failed.xhtml
      viewer        FILES  /admin
      viewer        FILES  /records
      viewer        FILES  /sensors
      viewer        FILES  /docs
      viewer        FILES  /webjars
      viewer        FILES  /jakarta.faces.resource

      viewer        PAGE   /security/account.xhtml
      administrator PAGE   /security/users.xhtml
      administrator PAGE   /security/audit.xhtml
      viewer        GET    /api/account
      viewer        PUT    /api/account/password person
      viewer        GET    /api/tokens person
      viewer        POST   /api/tokens person
      viewer        DELETE /api/tokens/* person
      administrator GET    /api/users person
      administrator POST   /api/users person
      administrator GET    /api/users/* person
      administrator PATCH  /api/users/* person
      administrator POST   /api/users/*/password-reset person
      administrator GET    /api/audit
      administrator GET    /api/audit/export
      administrator GET    /api/audit/verification

      viewer        GET    /api/fields
      viewer        GET    /api/fields/*/templates
      operator      POST   /api/fields/*/templates
      viewer        GET    /api/templates/*
      engineer      PATCH  /api/templates/*
      engineer      DELETE /api/templates/*
      viewer        GET    /api/templates/*/detection-limits
      engineer      DELETE /api/templates/*/detection-limits
      viewer        GET    /api/templates/*/currents
      viewer        GET    /api/templates/*/currents/at
      viewer        GET    /api/templates/*/waves
      viewer        GET    /api/templates/*/leaks
      engineer      PUT    /api/templates/*/currents
      engineer      PUT    /api/templates/*/waves
      engineer      PUT    /api/templates/*/leaks
      engineer      DELETE /api/templates/*/currents
      engineer      DELETE /api/templates/*/waves
      engineer      DELETE /api/templates/*/leaks
      viewer        GET    /api/templates/*/sensors
      operator      POST   /api/templates/*/sensors

      viewer        GET    /api/sensors
      viewer        GET    /api/sensors/*
      engineer      PATCH  /api/sensors/*
      engineer      DELETE /api/sensors/*
      operator      PATCH  /api/sensors/*/pin/toggle
      operator      PATCH  /api/sensors/*/interactive-feedback-mode/toggle

      viewer        GET    /api/sensors/*/explanation
      viewer        GET    /api/sensors/*/feedback

      viewer        GET    /api/sensors/*/time-series-data
      viewer        STREAM /api/sensors/*/time-series-data
      engineer      POST   /api/sensors/*/time-series-data push
      engineer      POST   /api/time-series-data push
      engineer      POST   /api/sensors/*/time-series-data/import push
      viewer        GET    /api/sensors/*/time-series-data/export
      viewer        GET    /api/sensors/*/time-series-data/corrections
      viewer        GET    /api/sensors/*/time-series-data/gaps
      viewer        GET    /api/sensors/*/time-series-data/days
      viewer        GET    /api/sensors/*/reading-rules
      engineer      PUT    /api/sensors/*/reading-rules

      viewer        GET    /api/detectors
      viewer        GET    /api/sensors/*/detector
      engineer      PUT    /api/sensors/*/detector
      viewer        GET    /api/sensors/*/shadow-detectors
      engineer      PUT    /api/sensors/*/shadow-detectors
      viewer        GET    /api/sensors/*/shadow-detectors/*/scores
      viewer        GET    /api/sensors/*/anomaly-detections
      viewer        STREAM /api/sensors/*/anomaly-detections
      viewer        GET    /api/sensors/*/anomaly-detections/export

      viewer        GET    /api/baselines
      engineer      POST   /api/baselines
      viewer        GET    /api/baselines/*
      engineer      DELETE /api/baselines/*
      viewer        GET    /api/sensors/*/baselines
      engineer      POST   /api/sensors/*/baselines/rollback
      engineer      POST   /api/sensors/*/baselines/selection
      engineer      POST   /api/sensors/*/baselines/augmentation
      viewer        GET    /api/sensors/*/procedures
      engineer      DELETE /api/sensors/*/procedures/*

      viewer        STREAM /api/events/overview
      viewer        GET    /api/events/sensors
      viewer        GET    /api/events/sensors/*
      viewer        STREAM /api/events/sensors/*
      viewer        GET    /api/events/sensors/*/feedback
      operator      POST   /api/events/sensors/*/feedback
      operator      DELETE /api/events/sensors/feedback/*
      viewer        GET    /api/events/system
      viewer        STREAM /api/events/system
      viewer        GET    /api/events/export/sensors
      viewer        GET    /api/events/export/system

      viewer        STREAM /api/sensors/*/estimation
      viewer        GET    /api/sensors/*/estimations
      operator      POST   /api/sensors/*/estimations
      viewer        GET    /api/sensors/*/estimations/*
      viewer        GET    /api/sensors/*/estimations/*/simulation-detections
      operator      DELETE /api/sensors/*/estimations/running

      engineer      POST   /api/backtests
      viewer        GET    /api/backtests/*
      viewer        GET    /api/backtests/*/figures
      engineer      POST   /api/backups
      engineer      GET    /api/backups
      viewer        GET    /api/jobs
      viewer        GET    /api/jobs/*
      engineer      DELETE /api/jobs/*
      """;

  private static final List<AccessEntry> ENTRIES =
      LINES.lines().filter(line -> !line.isBlank()).map(AccessEntry::of).toList();

  private AccessTable() {}

  /** Returns all lines. */
  static List<AccessEntry> entries() {
    return ENTRIES;
  }

  /**
   * Finds who may use an address; of several lines the first counts.
   *
   * @param asked GET, POST, PUT, PATCH, DELETE or STREAM
   * @param path begins with a slash; a folder means its index
   */
  static Optional<AccessEntry> find(String asked, String path) {
    Segments address = Segments.of(path);
    return ENTRIES.stream().filter(entry -> entry.covers(asked, address)).findFirst();
  }

  /** Returns the methods that an address can be asked with, sorted; none for an unknown address. */
  static TreeSet<String> methods(String path) {
    Segments address = Segments.of(path);
    TreeSet<String> methods = new TreeSet<>();
    for (String asked : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      ENTRIES.stream()
          .filter(entry -> entry.covers(asked, address))
          .forEach(entry -> methods.addAll(entry.methods()));
    }
    return methods;
  }
}
