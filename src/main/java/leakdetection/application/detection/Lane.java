package leakdetection.application.detection;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEventType;

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

  /** Returns the sensor's state that followed from the last judgement; null if there is none. */
  SensorEventType state();

  /** Stores judgements; completes once they are on disk and announced. */
  CompletableFuture<?> record(Batch batch);

  /** Tells the operators that the detector no longer judges. */
  void complain(String message);
}
