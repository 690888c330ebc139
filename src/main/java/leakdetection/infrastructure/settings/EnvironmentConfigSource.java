package leakdetection.infrastructure.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives MicroProfile Config the product's variables under the names of {@link Variable#property()}:
 * from the environment, else from the file {@code .env} in the working directory.
 *
 * <p>Found through {@code META-INF/services}. A {@code .env} that cannot be understood is not a
 * failure here, where nobody would see it, but when the settings are read.
 */
public final class EnvironmentConfigSource implements ConfigSource {

  /** Where {@code .env} is. */
  static final Path FILE = Path.of(".env").toAbsolutePath();

  private final Map<String, String> properties;

  /** Reads the environment and {@code .env}. */
  public EnvironmentConfigSource() {
    this(System.getenv(), FILE);
  }

  EnvironmentConfigSource(Map<String, String> environment, Path file) {
    Map<String, String> found = new HashMap<>();
    try {
      DotEnvFile.read(file).values().forEach((name, value) -> found.put(name.property(), value));
    } catch (InvalidSettingException e) {
      found.clear();
    }
    environment.forEach(
        (name, value) ->
            Variable.find(name).ifPresent(variable -> found.put(variable.property(), value)));
    this.properties = Map.copyOf(found);
  }

  @Override
  public Set<String> getPropertyNames() {
    return properties.keySet();
  }

  @Override
  public String getValue(String propertyName) {
    return properties.get(propertyName);
  }

  @Override
  public String getName() {
    return "the environment and .env";
  }

  /** Returns 250: before the application's own defaults, after the server's environment. */
  @Override
  public int getOrdinal() {
    return 250;
  }
}
