package leakdetection.infrastructure.settings;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.settings.ProductSettings;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the settings before anything else starts, and ends the process if one is bad: a product
 * that runs with other settings than were asked for would be worse than none.
 */
@ApplicationScoped
public class SettingsAtStart {

  private static final Logger LOG = Logger.getLogger(SettingsAtStart.class.getName());

  private final Config config;

  /**
   * @param config gives the variables' values
   */
  @Inject
  public SettingsAtStart(Config config) {
    this.config = config;
  }

  SettingsAtStart() {
    this(null); // for the container's proxy
  }

  /** Returns the settings, or ends the process if one is bad. */
  @Produces
  @Singleton
  ProductSettings settings() {
    try {
      warnOfUnknown(DotEnvFile.read(EnvironmentConfigSource.FILE).unknown());
      return new SettingsReader(
              variable -> config.getOptionalValue(variable.property(), String.class))
          .read();
    } catch (InvalidSettingException e) {
      StartRefusal.end(e.getMessage());
      throw e;
    }
  }

  void atStart(@Observes @Priority(1) Startup event, ProductSettings settings) {
    LOG.log(Level.FINE, "The settings are good, and the database is {0}.", settings.database());
  }

  private static void warnOfUnknown(List<String> names) {
    if (!names.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Nobody knows these variables of .env: {0}. Maybe a name is misspelt; .env.default has"
              + " them all.",
          String.join(", ", names));
    }
  }
}
