package leakdetection.application.estimation;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.templates.EnvironmentKind;
import leakdetection.domain.templates.Template;

/**
 * What surrounds a template: what was sent for it, else its own files, else the defaults that the
 * product comes with.
 */
public interface TemplateSurroundings {

  /**
   * The sea and the candidates of one window.
   *
   * @param currents one more than there are readings
   * @param waves aligned with the currents, or none
   * @param leaks where the template may leak
   * @param notes what was assumed, in whole sentences
   * @param sources where each kind comes from, for a person
   */
  record Surroundings(
      Currents currents,
      Optional<Waves> waves,
      List<Leak> leaks,
      List<String> notes,
      Map<EnvironmentKind, String> sources) {}

  /**
   * Returns what surrounds a template in a window.
   *
   * @param from time of the first reading
   * @param count number of readings
   * @throws IOException if a file cannot be read; the message names it and the line
   */
  Surroundings of(Template template, Instant from, int count) throws IOException;

  /**
   * Returns what is in force of one kind.
   *
   * @throws IOException if a file cannot be read; the message names it and the line
   */
  EnvironmentInForce inForce(Template template, EnvironmentKind kind) throws IOException;

  /**
   * Understands a text of one kind.
   *
   * @throws IOException if it cannot be understood or breaks a rule; the message names the line and
   *     says what is allowed
   */
  EnvironmentSummary read(EnvironmentKind kind, String csv) throws IOException;
}
