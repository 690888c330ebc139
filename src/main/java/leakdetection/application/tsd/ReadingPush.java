package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import leakdetection.application.sensors.SensorDirectory;
import leakdetection.domain.RefusedException;
import leakdetection.domain.tsd.BrokenTextException;
import leakdetection.domain.tsd.PushFormat;
import leakdetection.domain.tsd.PushParsers;

/**
 * Takes readings that sources push, of one sensor or of many. What a report counts is on disk.
 * Memory does not grow with the length of a text or with the number of requests.
 */
@ApplicationScoped
public class ReadingPush {

  @Inject SensorDirectory sensors;
  @Inject PushParsers parsers;
  @Inject ReadingRecorder recorder;
  @Inject PushGate gate;

  /**
   * Stores what a text holds.
   *
   * @param sensorId whose readings they are; empty if each reading says so itself
   * @param source the text; the caller closes it
   * @throws RefusedException if there is no such sensor
   * @throws BrokenTextException if the text breaks its form; what was read before stays stored
   * @throws leakdetection.application.OverloadedException if more comes than can be taken; what was
   *     read before stays stored
   * @throws IOException if the source fails; what was read before stays stored
   */
  public ImportReport take(Optional<Long> sensorId, PushFormat format, Reader source)
      throws IOException {
    sensorId
        .filter(id -> !sensors.has(id))
        .ifPresent(
            id -> {
              throw RefusedException.unknown("sensor", id);
            });
    gate.enter();
    try {
      PushRun run = new PushRun(sensorId, sensors, recorder, gate);
      try {
        parsers.of(format).read(source, run::take, run::malformed);
      } catch (BrokenTextException broken) {
        run.finish();
        throw new BrokenTextException(
            broken.getMessage()
                + " What stood before it was taken: %d new reading(s)."
                    .formatted(run.report().accepted() + run.report().quarantined()));
      } finally {
        run.finish();
      }
      return run.report();
    } finally {
      gate.leave();
    }
  }
}
