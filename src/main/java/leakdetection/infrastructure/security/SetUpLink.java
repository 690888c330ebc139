package leakdetection.infrastructure.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.security.AuditTrail;
import leakdetection.application.security.FirstAdministrator;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.settings.ProductSettings.Server;

/**
 * Prints, on the console and in the log, how the first administrator gets in, and where the audit
 * log ends: a later one that does not hold this hash was tampered with.
 */
@ApplicationScoped
public class SetUpLink {

  private static final Logger LOG = Logger.getLogger(SetUpLink.class.getName());
  private static final int PRIORITY = 120;

  @Inject FirstAdministrator firstAdministrator;
  @Inject AuditTrail trail;
  @Inject ProductSettings settings;

  void print(@Observes @Priority(PRIORITY) Startup event) {
    trail
        .last()
        .ifPresent(
            last ->
                LOG.log(
                    Level.INFO,
                    "The audit log has {0} entries and ends with {1}.",
                    new Object[] {last.id(), last.hash()}));
    // A warning, because the console shows these.
    firstAdministrator
        .makeKey()
        .ifPresent(
            key ->
                LOG.log(
                    Level.WARNING,
                    "There is no administrator yet. This link makes the first one, once:"
                        + " {0}/security/set-up.xhtml?key={1}",
                    new Object[] {address(settings.server()), key}));
  }

  private static String address(Server server) {
    String host = server.host().equals("*") ? "localhost" : server.host();
    String name = host.contains(":") ? "[" + host + "]" : host;
    return "%s://%s:%d".formatted(server.tls() ? "https" : "http", name, server.port());
  }
}
