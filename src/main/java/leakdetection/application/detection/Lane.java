package leakdetection.application.detection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEvent;

/** What a judge of a sensor judges for: the word that counts, or a silent second opinion. */
interface Lane {

  /**
   * Returns who judges, and by what; empty if nobody is to judge any more.
   *
   * @throws UnknownDetectorException if the detector is not installed
   * @throws leakdetection.spi.InvalidSettingsException if it does not know one of its settings
   */
  Optional<Assignment> assignment();

  /** Returns the last snapshot of the detector. */
  Optional<KeptSnapshot> snapshot();

  /** Returns the time up to which judgements are stored. */
  Instant judgedUpTo();

  /** Returns the last event of the sensor; empty if there is none. */
  Optional<SensorEvent> lastEvent();

  /**
   * Returns what was judged.
   *
   * @param after exclusive
   * @param upTo inclusive
   */
  List<Sample> judged(Instant after, Instant upTo);

  /** Returns what was judged last up to an instant, inclusive; at most so many. */
  List<Sample> judgedLast(Instant upTo, int limit);

  /** Stores judgements; completes once they are on disk and announced. */
  CompletableFuture<?> record(Batch batch);

  /** Tells the operators that the detector no longer judges. */
  void complain(String message);
}
