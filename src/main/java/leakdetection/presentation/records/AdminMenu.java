package leakdetection.presentation.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import leakdetection.presentation.security.Permissions;

/** The menu of the administrators' pages. */
@Named("adminMenu")
@RequestScoped
public class AdminMenu {

  private static final List<Part> PARTS =
      List.of(
          new Part("plant", List.of("templates", "sensors", "sensor-configurations", "map")),
          new Part(
              "readings", List.of("time-series-data", "reading-corrections", "anomaly-detections")),
          new Part(
              "happened",
              List.of("sensor-events", "system-events", "estimations", "simulation-detections")),
          new Part(
              "detection", List.of("detectors", "backtests", "baselines", "baseline-versions")),
          new Part("system", List.of("jobs", "settings", "deleted")),
          new Part("people", List.of("users", "audit")));

  private static final List<String> SECURITY = List.of("users", "audit");

  /** Those that have a page of their own. */
  private static final List<String> OWN =
      List.of("map", "detectors", "backtests", "jobs", "settings", "deleted");

  @Inject AdminRequest request;
  @Inject HttpServletRequest http;
  @Inject Permissions may;

  private record Part(String name, List<String> pages) {}

  /** A page of the menu. */
  public record Entry(String label, String about, String address, boolean here) {}

  /** Pages that belong together. */
  public record Group(String label, List<Entry> entries) {}

  /** Returns the groups of the menu. */
  public List<Group> getGroups() {
    AdminTexts texts = request.texts();
    return PARTS.stream()
        .map(part -> group(part, texts))
        .filter(group -> !group.entries().isEmpty())
        .toList();
  }

  /** Returns all pages with what they are for. */
  public List<Entry> getTiles() {
    return getGroups().stream().flatMap(group -> group.entries().stream()).toList();
  }

  private Group group(Part part, AdminTexts texts) {
    return new Group(
        texts.get("menu." + part.name()),
        part.pages().stream()
            .map(page -> entry(page, texts))
            .filter(entry -> may.open(entry.address().replaceFirst("\\?.*", "")))
            .toList());
  }

  private Entry entry(String page, AdminTexts texts) {
    boolean security = SECURITY.contains(page);
    boolean own = security || OWN.contains(page);
    String folder = security ? "/security/" : "/admin/";
    String address = own ? folder + page + ".xhtml" : "/admin/records.xhtml?of=" + page;
    String here = http.getServletPath();
    return new Entry(
        texts.kind(page),
        texts.find("about." + page).orElse(""),
        address,
        own ? here.equals(address) : request.text("of").equals(page));
  }
}
