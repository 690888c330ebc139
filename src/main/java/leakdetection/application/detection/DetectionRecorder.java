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
import java.util.stream.Stream;
import leakdetection.application.Writer;
import leakdetection.application.detection.Step.Judged;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.events.SystemEvents.SystemEventDraft;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEvent;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.tsd.ReadingGap;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Stores detections together with the events that follow from them and the detector's snapshot, in
 * one transaction: after a crash either all of it is there or nothing.
 */
@ApplicationScoped
public class DetectionRecorder {

  private static final Logger LOG = Logger.getLogger(DetectionRecorder.class.getName());

  @Inject Writer writer;
  @Inject AnomalyDetectionRepository detections;
  @Inject TimeSeriesDataRepository readings;
  @Inject EventRepository events;
  @Inject SystemEvents systemEvents;
  @Inject Event<DetectionsRecorded> recorded;
  @Inject Event<SensorEventRaised> raised;

  /**
   * What follows from the readings of one sensor, in the order of their times.
   *
   * @param sensorName for messages
   * @param before the sensor's state before; null when it has none yet
   * @param snapshot the detector's state after, when it is time to keep one
   */
  public record Batch(
      long sensorId,
      String sensorName,
      SensorCondition before,
      List<Step> steps,
      Optional<KeptSnapshot> snapshot) {

    /** Returns the judgements alone. */
    Stream<Judged> judged() {
      return steps.stream().filter(Judged.class::isInstance).map(Judged.class::cast);
    }
  }

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
    Changes changes = new Changes(batch);
    batch.steps().forEach(changes::follow);
    detections.addAll(changes.detections);
    readings.keepGaps(changes.gaps);
    batch.snapshot().ifPresent(detections::keep);
    return new Stored(
        batch.sensorId(), changes.detections, changes.sensorEvents, changes.systemEvents);
  }

  /** What the steps of a batch lead to. */
  private final class Changes {
    private final Batch batch;
    private final List<AnomalyDetection> detections = new ArrayList<>();
    private final List<ReadingGap> gaps = new ArrayList<>(0);
    private final List<SensorEvent> sensorEvents = new ArrayList<>();
    private final List<SystemEvent> systemEvents = new ArrayList<>();
    private SensorCondition condition;

    Changes(Batch batch) {
      this.batch = batch;
      this.condition = batch.before();
    }

    void follow(Step step) {
      if (step instanceof Judged judged) {
        judged(judged);
      } else if (step instanceof Step.Change change) {
        changed(change);
      } else if (step instanceof Step.Gap gap) {
        gaps.add(new ReadingGap(batch.sensorId(), gap.from(), gap.to()));
      }
    }

    private void judged(Judged judged) {
      AnomalyDetection detection =
          new AnomalyDetection(
              DetectionRecorder.this.detections.nextId(),
              judged.reading(),
              judged.judgement(),
              judged.sample().interval(),
              judged.reading().quality().isLate());
      detections.add(detection);
      SensorCondition next = new SensorCondition(judged.state());
      if (!next.equals(condition)) {
        sensorEvents.add(
            events.add(
                new SensorEvent(
                    batch.sensorId(), next, detection.timestamp(), detection.id(), false)));
        message(batch.sensorName(), type(), next.type(), detection).ifPresent(this::tell);
        if (condition != null && condition.fault().isPresent()) {
          tellOfChange(new Step.Change(detection.timestamp(), next));
        }
        condition = next;
      }
    }

    private void changed(Step.Change change) {
      if (!change.condition().equals(condition)) {
        sensorEvents.add(
            events.add(
                new SensorEvent(batch.sensorId(), change.condition(), change.time(), null, false)));
        tellOfChange(change);
        condition = change.condition();
      }
    }

    private void tellOfChange(Step.Change change) {
      tell(SensorFaultMessage.of(batch.sensorId(), batch.sensorName(), condition, change));
    }

    private SensorEventType type() {
      return condition == null ? null : condition.type();
    }

    private void tell(SystemEventDraft draft) {
      systemEvents.add(DetectionRecorder.this.systemEvents.keep(draft));
    }
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
            detection.judgedPpmv(),
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
