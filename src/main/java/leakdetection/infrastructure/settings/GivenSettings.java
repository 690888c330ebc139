package leakdetection.infrastructure.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.settings.SettingInForce;
import leakdetection.application.settings.SettingInForce.Source;
import leakdetection.application.settings.SettingsInForce;
import org.eclipse.microprofile.config.Config;

/** The settings as they were given when the product started. */
@ApplicationScoped
public class GivenSettings implements SettingsInForce {

  private static final Logger LOG = Logger.getLogger(GivenSettings.class.getName());
  private static final String HIDDEN = "********";

  @Inject Config config;

  private final Map<Variable, String> file = DotEnvFile.read(EnvironmentConfigSource.FILE).values();

  // Reads the file as the start does: what is changed afterwards does not count until the next one.
  void atStart(@Observes Startup start) {
    LOG.log(Level.FINE, "{0} settings are given in .env.", file.size());
  }

  @Override
  public List<SettingInForce> all() {
    return Arrays.stream(Variable.values()).map(this::inForce).toList();
  }

  private SettingInForce inForce(Variable variable) {
    String value =
        config
            .getOptionalValue(variable.property(), String.class)
            .filter(given -> !given.isBlank())
            .orElse(variable.defaultValue());
    return new SettingInForce(
        variable.name(), isSecret(variable) ? HIDDEN : value, source(variable), variable.allowed());
  }

  private Source source(Variable variable) {
    boolean given =
        System.getenv().entrySet().stream()
            .anyMatch(
                it -> it.getKey().equalsIgnoreCase(variable.name()) && !it.getValue().isBlank());
    if (given) {
      return Source.ENVIRONMENT;
    }
    return file.getOrDefault(variable, "").isBlank() ? Source.DEFAULT : Source.DOT_ENV;
  }

  private static boolean isSecret(Variable variable) {
    return variable.name().matches(".*(PASSWORD|SECRET|TOKEN|KEY).*");
  }
}
