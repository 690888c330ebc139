package leakdetection.infrastructure.plugins;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.RefusedPlugin;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.SpiVersion;

/**
 * Reads the providers that one class loader offers, one by one, so that a broken one costs only
 * itself. Confined to one thread.
 */
final class ProviderReading {

  /** After so many faults of one source, the rest of it is not read. */
  private static final int MOST_FAULTS = 100;

  private final String source;
  private final String sha256;
  private final List<InstalledDetector> found = new ArrayList<>();
  private final List<RefusedPlugin> refused = new ArrayList<>();

  ProviderReading(String source, String sha256) {
    this.source = source;
    this.sha256 = sha256;
  }

  /** What a source offers. */
  record Offer(List<InstalledDetector> found, List<RefusedPlugin> refused) {}

  /**
   * Instantiates the providers that {@code loader} offers, leaving out those of {@code parents}.
   *
   * @param own the loader that a provider's class must come from, or null for any
   */
  Offer read(ClassLoader loader, ClassLoader own) {
    Iterator<ServiceLoader.Provider<DetectorProvider>> providers =
        ServiceLoader.load(DetectorProvider.class, loader).stream().iterator();
    boolean more = true;
    while (more && refused.size() < MOST_FAULTS) {
      try {
        more = providers.hasNext();
        if (more) {
          ServiceLoader.Provider<DetectorProvider> provider = providers.next();
          if (own == null || provider.type().getClassLoader() == own) {
            add(provider);
          }
        }
      } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
        refuse("offers a detector that cannot be loaded: " + reason(broken));
      }
    }
    if (found.isEmpty() && refused.isEmpty() && own != null) {
      refuse(
          "offers no detector: META-INF/services/%s is missing or empty"
              .formatted(DetectorProvider.class.getName()));
    }
    return new Offer(List.copyOf(found), List.copyOf(refused));
  }

  private void add(ServiceLoader.Provider<DetectorProvider> offered) {
    String name = offered.type().getName();
    try {
      DetectorProvider provider = offered.get();
      DetectorDescriptor descriptor = provider.descriptor();
      if (descriptor == null) {
        refuse("does not describe its detector %s".formatted(name));
      } else if (descriptor.spiVersion() != SpiVersion.CURRENT) {
        refuse(
            "has detector %s for contract version %d; this application has version %d"
                .formatted(descriptor.id(), descriptor.spiVersion(), SpiVersion.CURRENT));
      } else {
        checkDefaults(descriptor);
        found.add(new InstalledDetector(descriptor, provider, source, sha256));
      }
    } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
      refuse("has detector %s that cannot be made: %s".formatted(name, reason(broken)));
    }
  }

  private static void checkDefaults(DetectorDescriptor descriptor) {
    Set<String> names = new HashSet<>();
    descriptor
        .parameters()
        .forEach(
            parameter -> {
              if (!names.add(parameter.name())) {
                throw new IllegalArgumentException(
                    "detector %s has two parameters %s"
                        .formatted(descriptor.id(), parameter.name()));
              }
            });
  }

  private void refuse(String fact) {
    refused.add(new RefusedPlugin(source, sha256, "Plug-in %s %s.".formatted(source, fact)));
  }

  private static String reason(Throwable broken) {
    Throwable deepest = broken;
    for (int i = 0; i < 20 && deepest.getCause() != null; i++) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage() == null ? "" : " (" + deepest.getMessage() + ")";
    return deepest.getClass().getSimpleName() + message;
  }
}
