package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.events.SystemEvents.SystemEventDraft;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEvent;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * Stores detections together with the events that follow from them and the detector's snapshot, in
 * one transaction: after a crash either all of it is there or nothing.
 */
@ApplicationScoped
public class DetectionRecorder {

  private static final Logger LOG = Logger.getLogger(DetectionRecorder.class.getName());

  @Inject Writer writer;
  @Inject AnomalyDetectionRepository detections;
  @Inject EventRepository events;
  @Inject SystemEvents systemEvents;
  @Inject Event<DetectionsRecorded> recorded;
  @Inject Event<SensorEventRaised> raised;

  /** A reading, what was said of it and the sensor's state that follows. */
  public record Judged(TimeSeriesData reading, Judgement judgement, SensorEventType state) {}

  /**
   * Judgements of one sensor in the order of its readings.
   *
   * @param sensorName for messages
   * @param before the sensor's state before them; null when it has none yet
   * @param snapshot the detector's state after them, when it is time to keep one
   */
  public record Batch(
      long sensorId,
      String sensorName,
      SensorEventType before,
      List<Judged> judged,
      Optional<KeptSnapshot> snapshot) {}

  private record Stored(
      long sensorId,
      List<AnomalyDetection> detections,
      List<SensorEvent> sensorEvents,
      List<SystemEvent> systemEvents) {}

  /** Stores a batch; completes once it is on disk and announced. */
  public CompletableFuture<?> record(Batch batch) {
    return writer.submit(() -> store(batch), this::announce);
  }

  private Stored store(Batch batch) {
    List<AnomalyDetection> stored = new ArrayList<>(batch.judged().size());
    for (Judged judged : batch.judged()) {
      stored.add(new AnomalyDetection(detections.nextId(), judged.reading(), judged.judgement()));
    }
    detections.addAll(stored);
    batch.snapshot().ifPresent(detections::keep);
    List<SensorEvent> changes = new ArrayList<>();
    List<SystemEvent> messages = new ArrayList<>();
    SensorEventType state = batch.before();
    for (int i = 0; i < stored.size(); i++) {
      SensorEventType next = batch.judged().get(i).state();
      if (next != state) {
        changes.add(events.add(change(stored.get(i), next)));
        message(batch.sensorName(), state, next, stored.get(i))
            .map(systemEvents::keep)
            .ifPresent(messages::add);
        state = next;
      }
    }
    return new Stored(batch.sensorId(), stored, changes, messages);
  }

  private static SensorEvent change(AnomalyDetection detection, SensorEventType next) {
    return new SensorEvent(detection.sensorId(), next, detection.timestamp(), detection.id());
  }

  /** Returns what operators are told: that a sensor turns critical, and that it no longer is. */
  private static Optional<SystemEventDraft> message(
      String sensorName, SensorEventType before, SensorEventType next, AnomalyDetection detection) {
    if (next != SensorEventType.CRITICAL && before != SensorEventType.CRITICAL) {
      return Optional.empty();
    }
    boolean critical = next == SensorEventType.CRITICAL;
    String text =
        String.format(
            Locale.ROOT,
            "Sensor %s is %s: %.1f ppmv at %s, score %.0f %%.",
            sensorName,
            critical ? "critical" : "no longer critical",
            detection.timeSeriesData().ppmv(),
            detection.timestamp(),
            detection.score());
    return Optional.of(
        new SystemEventDraft(
            critical ? SystemEventType.ALERT_CRITICAL : SystemEventType.ALERT_SUCCESS,
            text,
            detection.sensorId()));
  }

  private void announce(Stored stored) {
    if (!stored.detections().isEmpty()) {
      announce(() -> recorded.fire(new DetectionsRecorded(stored.sensorId(), stored.detections())));
    }
    stored
        .sensorEvents()
        .forEach(event -> announce(() -> raised.fire(new SensorEventRaised(event))));
    stored.systemEvents().forEach(event -> announce(() -> systemEvents.tell(event)));
  }

  /** One listener that fails must not keep an alarm from the others. */
  private static void announce(Runnable announcement) {
    try {
      announcement.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "What was stored could not be announced.", failure);
    }
  }
}
