package leakdetection.presentation.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import leakdetection.presentation.security.AccountBar;

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
          new Part("system", List.of("jobs", "settings", "deleted")));

  private static final Part PEOPLE = new Part("people", List.of("users", "audit"));

  /** Those that have a page of their own. */
  private static final List<String> OWN =
      List.of("map", "detectors", "backtests", "jobs", "settings", "deleted");

  @Inject AdminRequest request;
  @Inject HttpServletRequest http;
  @Inject AccountBar account;

  private record Part(String name, List<String> pages) {}

  /** A page of the menu. */
  public record Entry(String label, String about, String address, boolean here) {}

  /** Pages that belong together. */
  public record Group(String label, List<Entry> entries) {}

  /** Returns the groups of the menu. */
  public List<Group> getGroups() {
    AdminTexts texts = request.texts();
    return Stream.concat(
            PARTS.stream(), account.isAdministrator() ? Stream.of(PEOPLE) : Stream.of())
        .map(
            part ->
                new Group(
                    texts.get("menu." + part.name()),
                    part.pages().stream().map(page -> entry(page, texts)).toList()))
        .toList();
  }

  /** Returns all pages with what they are for. */
  public List<Entry> getTiles() {
    return getGroups().stream().flatMap(group -> group.entries().stream()).toList();
  }

  private Entry entry(String page, AdminTexts texts) {
    boolean security = PEOPLE.pages().contains(page);
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
