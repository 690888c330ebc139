package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakdetection.application.security.AuditTrail;
import leakdetection.application.security.AuditTrail.Verification;
import leakdetection.domain.security.AuditEntry;
import leakdetection.domain.security.AuditRepository.Filter;
import leakdetection.presentation.web.PageView;

/** What {@code security/audit.xhtml} shows: a page of the audit log, newest first. */
@Named
@RequestScoped
public class AuditView {

  private static final int ROWS = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Inject AuditTrail trail;
  @Inject HttpServletRequest request;
  @Inject PageView page;

  private List<AuditEntry> found;
  private Verification verification;

  /** An entry as the page shows it. */
  public record Row(
      String time,
      String actor,
      String proof,
      String address,
      String action,
      String thing,
      List<MemberChange> changes) {}

  public List<Row> getEntries() {
    return found().stream().limit(ROWS).map(AuditView::row).toList();
  }

  private static Row row(AuditEntry entry) {
    return new Row(
        TIME.format(entry.at()),
        entry.actor(),
        entry.proof(),
        entry.address(),
        entry.action(),
        (entry.thing() + " " + entry.thingId()).strip(),
        MemberChange.all(entry.before(), entry.after()));
  }

  private List<AuditEntry> found() {
    if (found == null) {
      Filter filter =
          new Filter(
              Instant.MIN,
              Instant.MAX,
              Optional.of(getActor()).filter(name -> !name.isBlank()),
              Optional.of(getText()).filter(part -> !part.isBlank()));
      String before = parameter("before");
      found =
          trail.newest(
              filter,
              before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE,
              ROWS + 1);
    }
    return found;
  }

  /** Reads the whole log and follows its hashes. */
  public void verify() {
    verification = trail.verify();
  }

  public boolean isVerified() {
    return verification != null;
  }

  public boolean isIntact() {
    return verification != null && verification.firstBroken().isEmpty();
  }

  /** Returns what the check found; empty before it. */
  public String getVerdict() {
    if (verification == null) {
      return "";
    }
    return verification
        .firstBroken()
        .map(broken -> page.texts().get("security.broken", broken))
        .orElseGet(
            () ->
                page.texts()
                    .get("security.intact", verification.entries(), verification.lastHash()));
  }

  public String getActor() {
    return parameter("actor");
  }

  public String getText() {
    return parameter("text");
  }

  /** Returns the filter as part of an address. */
  public String getQuery() {
    return "actor=%s&text=%s".formatted(encoded(getActor()), encoded(getText()));
  }

  /** Returns the address of the next older entries; empty if there are none. */
  public String getOlder() {
    return found().size() > ROWS ? getQuery() + "&before=" + found().get(ROWS - 1).id() : "";
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
