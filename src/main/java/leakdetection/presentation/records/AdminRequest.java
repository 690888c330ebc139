package leakdetection.presentation.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.web.IsoInstant;
import leakdetection.presentation.web.PageView;

/** What a page of the administrators was asked for: the parameters of its address or form. */
@RequestScoped
public class AdminRequest {

  @Inject HttpServletRequest request;
  @Inject PageView page;

  /** Returns a parameter without surrounding blanks; empty when it is not given. */
  public String text(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /** Returns all values of a parameter. */
  public List<String> all(String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }

  /** Tells whether the parameter was sent, be it empty. */
  public boolean has(String name) {
    return request.getParameter(name) != null;
  }

  /**
   * Returns a whole number.
   *
   * @throws RefusedException if it is none
   */
  public long number(String name, long otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("-?\\d{1,18}")) {
      throw refused(name, text, "a whole number");
    }
    return Long.parseLong(text);
  }

  /**
   * Returns an instant: ISO-8601, without a zone UTC, or a date.
   *
   * @throws RefusedException if it is none
   */
  public Optional<Instant> time(String name) {
    String text = text(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(time(name, text));
  }

  static Instant time(String name, String text) {
    String given = text.replace(' ', 'T');
    try {
      if (given.endsWith("Z")) {
        return IsoInstant.parse(given);
      }
      LocalDateTime local =
          given.contains("T") ? LocalDateTime.parse(given) : LocalDate.parse(given).atStartOfDay();
      return IsoInstant.bounded(local.toInstant(ZoneOffset.UTC), given);
    } catch (DateTimeParseException none) {
      throw refused(name, text, "a time in UTC such as 2026-01-31 12:30");
    }
  }

  private static RefusedException refused(String name, String text, String allowed) {
    String shown = text.substring(0, Math.min(40, text.length())).replaceAll("\\p{Cntrl}", "?");
    return new RefusedException(
        RefusedException.Reason.INVALID,
        List.of("query", name),
        "The %s (%s) must be %s.".formatted(name, shown, allowed));
  }

  /**
   * Returns the kind of records that the address names.
   *
   * @throws RefusedException if there is none of that name
   */
  public RecordKind kind() {
    return RecordKinds.get(text("of"));
  }

  /** Returns the administrators' texts in the reader's language. */
  public AdminTexts texts() {
    return AdminTexts.of(page.getLocale());
  }

  /** Returns what a refusal says, in the reader's language as far as there are words for it. */
  public String told(RefusedException refusal) {
    return texts().told(refusal.getMessage());
  }

  /** Returns the reader's language. */
  public Locale locale() {
    return page.getLocale();
  }

  /** Answers with the status of a refusal. */
  public void fail(RefusedException refusal) {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .setResponseStatus(
            switch (refusal.reason()) {
              case UNKNOWN -> 404;
              case INVALID, NOT_NOW -> 422;
              case CONFLICT -> 409;
            });
  }

  /** Goes to another page. */
  public void goTo(String address) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      faces.getExternalContext().redirect(address);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    faces.responseComplete();
  }
}
