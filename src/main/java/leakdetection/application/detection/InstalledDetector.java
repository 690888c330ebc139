package leakdetection.application.detection;

import java.util.Objects;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorProvider;

/**
 * A detector that can be switched on.
 *
 * @param descriptor what it is, as it described itself when it was read
 * @param provider makes its instances
 * @param source {@value #BUILT_IN}, or the file name of its jar
 * @param sha256 of its jar, 64 hexadecimal digits; empty when it is built in
 */
public record InstalledDetector(
    DetectorDescriptor descriptor, DetectorProvider provider, String source, String sha256) {

  /** The source of the detectors that come with the application. */
  public static final String BUILT_IN = "built-in";

  public InstalledDetector {
    Objects.requireNonNull(descriptor);
    Objects.requireNonNull(provider);
    Objects.requireNonNull(source);
    Objects.requireNonNull(sha256);
  }

  /** Tells whether it comes with the application. */
  public boolean isBuiltIn() {
    return sha256.isEmpty();
  }

  /** Returns the detector's id. */
  public String id() {
    return descriptor.id();
  }
}
