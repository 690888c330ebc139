package leakdetection.application.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.application.Writer;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.templates.EnvironmentKind;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.UploadedEnvironment;
import leakdetection.domain.templates.UploadedEnvironmentRepository;

/** Keeps the currents, waves and candidate leaks of templates. */
@ApplicationScoped
public class TemplateEnvironments {

  @Inject TemplateRegistry templates;
  @Inject TemplateSurroundings surroundings;
  @Inject UploadedEnvironmentRepository uploads;
  @Inject Writer writer;
  @Inject Clock clock;

  /**
   * Returns what is in force.
   *
   * @throws RefusedException if there is no such template or its file cannot be read
   */
  public EnvironmentInForce inForce(long templateId, EnvironmentKind kind) {
    Template template = templates.get(templateId);
    try {
      return surroundings.inForce(template, kind);
    } catch (IOException unfit) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW, List.of("path", "kind"), unfit.getMessage());
    }
  }

  /**
   * Returns the current at a template's place, as an estimation would take it.
   *
   * @throws RefusedException if there is no such template, or no current was measured then
   */
  public CurrentAtTemplate currentAt(long templateId, Instant at) {
    Template template = templates.get(templateId);
    try {
      return CurrentAtTemplate.of(at, surroundings.of(template, at, 1));
    } catch (IOException | IllegalArgumentException | IllegalStateException unfit) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW, List.of("query", "at"), unfit.getMessage());
    }
  }

  /**
   * Replaces what was sent before; the next estimation takes it.
   *
   * @throws RefusedException if there is no such template, or the text cannot be understood or
   *     breaks a rule; then nothing changes
   */
  public EnvironmentInForce upload(long templateId, EnvironmentKind kind, String csv) {
    EnvironmentSummary summary = understood(templates.get(templateId), kind, csv);
    UploadedEnvironment kept =
        writer.write(
            () -> {
              templates.get(templateId);
              Optional<UploadedEnvironment> before = uploads.find(templateId, kind);
              before.ifPresent(known -> known.replace(csv, clock.instant()));
              return before.orElseGet(
                  () ->
                      uploads.add(new UploadedEnvironment(templateId, kind, csv, clock.instant())));
            });
    return new EnvironmentInForce(
        kind,
        EnvironmentInForce.Origin.UPLOAD,
        Optional.empty(),
        Optional.of(kept.uploadedAt()),
        csv,
        summary);
  }

  /**
   * Forgets what was sent, so that the template's file or the default counts again.
   *
   * @throws RefusedException if there is no such template or nothing was sent
   */
  public void remove(long templateId, EnvironmentKind kind) {
    writer.write(
        () -> {
          Template template = templates.get(templateId);
          UploadedEnvironment sent =
              uploads
                  .find(templateId, kind)
                  .orElseThrow(
                      () ->
                          new RefusedException(
                              RefusedException.Reason.UNKNOWN,
                              List.of("path", "kind"),
                              "No %s were sent for template %s."
                                  .formatted(kind.label(), template.name())));
          uploads.remove(sent);
          return sent;
        });
  }

  private EnvironmentSummary understood(Template template, EnvironmentKind kind, String csv) {
    try {
      EnvironmentSummary summary = surroundings.read(kind, csv);
      summary.leaks().forEach(TemplateSites.water(template)::requireAround);
      return summary;
    } catch (IOException | IllegalArgumentException wrong) {
      throw new RefusedException(
          RefusedException.Reason.INVALID, List.of("body"), wrong.getMessage());
    }
  }
}
