package leakdetection.application.estimation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import leakdetection.domain.templates.EnvironmentKind;

/**
 * The currents, waves or candidate leaks that estimations of a template take.
 *
 * @param kind which of them
 * @param origin where they come from
 * @param name of the file; empty for what was sent
 * @param uploadedAt when they were sent; empty for files
 * @param csv the text
 * @param summary what it holds
 */
public record EnvironmentInForce(
    EnvironmentKind kind,
    Origin origin,
    Optional<String> name,
    Optional<Instant> uploadedAt,
    String csv,
    EnvironmentSummary summary) {

  /** Where something comes from, the first that is there. */
  public enum Origin {
    /** Somebody sent it. */
    UPLOAD,
    /** The file that the template names. */
    FILE,
    /** What the product comes with. */
    DEFAULT;

    /** Returns the name as the API spells it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns what somebody should know who relies on it, in whole sentences; empty if nothing. */
  public String note() {
    String source =
        origin == Origin.DEFAULT
            ? "The template has no %s of its own; the defaults were taken.".formatted(kind.label())
            : "";
    String times =
        kind == EnvironmentKind.CURRENTS && summary.repeats()
            ? "The currents carry no times: they begin with the window and repeat."
            : "";
    return (source + " " + times).strip();
  }
}
