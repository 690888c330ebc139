package leakdetection.application.detection;

import java.util.function.Supplier;

/** A detector failed. The message names the detector and what it said. */
class DetectorFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DetectorFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Runs a detector's code; that of a plug-in on a thread of its own. Errors are caught as well: a
   * broken jar shows itself by a linkage error, and one sensor's detector must not stop another's.
   * That the server has no memory left is not the fault of a built-in detector.
   */
  static <T> T guard(Assignment assignment, PluginThreads plugins, Supplier<T> code) {
    try {
      return plugins.run(assignment.detector(), call -> call.make(code));
    } catch (HungPluginException hung) {
      throw new DetectorFailure(
          "Detector %s did not return from a call on sensor %s and was stopped."
              .formatted(assignment.detector().id(), assignment.sensorName()),
          hung);
    } catch (OutOfMemoryError noMemory) {
      if (assignment.detector().isBuiltIn()) {
        throw noMemory;
      }
      throw failed(assignment, noMemory);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      throw failed(assignment, failure);
    }
  }

  private static DetectorFailure failed(Assignment assignment, Throwable failure) {
    return new DetectorFailure(
        "Detector %s failed on sensor %s: %s"
            .formatted(assignment.detector().id(), assignment.sensorName(), failure),
        failure);
  }
}
