package leakdetection.application.detection;

import java.util.List;
import leakdetection.domain.RefusedException;

/** A detector was asked for that is not installed. */
public class UnknownDetectorException extends RefusedException {

  private static final long serialVersionUID = 1L;

  /**
   * @param id what was asked for
   * @param known the ids that are installed
   */
  public UnknownDetectorException(String id, List<String> known) {
    super(
        Reason.INVALID,
        List.of("body", "id"),
        "There is no detector '%s'. Installed: %s."
            .formatted(id, known.isEmpty() ? "none" : String.join(", ", known)));
  }
}
