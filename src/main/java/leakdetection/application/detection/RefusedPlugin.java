package leakdetection.application.detection;

import java.util.Objects;

/**
 * A plug-in, or one detector of it, that was not installed.
 *
 * @param source the file name of its jar, or {@value InstalledDetector#BUILT_IN}
 * @param sha256 of its jar, 64 hexadecimal digits; empty when there is none
 * @param reason why, one sentence that names the jar or the detector
 */
public record RefusedPlugin(String source, String sha256, String reason) {

  public RefusedPlugin {
    Objects.requireNonNull(source);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(reason);
  }
}
