package leakdetection.application.detection;

/** A call into a plug-in did not return. The message names its detector. */
public class HungPluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HungPluginException(InstalledDetector detector) {
    super(
        "Detector %s did not return from a call and is not called again until %s is replaced or the server starts anew."
            .formatted(detector.id(), detector.source()));
  }
}
