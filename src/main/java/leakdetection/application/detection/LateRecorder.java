package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import leakdetection.application.Writer;
import leakdetection.application.detection.LateOutcome.StateChange;
import leakdetection.application.detection.Step.Judged;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.events.SystemEvents.SystemEventDraft;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEvent;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.RollUpRepository;
import leakdetection.domain.tsd.LateStretchRepository;

/** Stores what was judged late, marked so, together with the alarms that follow, and marked so. */
@ApplicationScoped
public class LateRecorder {

  @Inject Writer writer;
  @Inject AnomalyDetectionRepository detections;
  @Inject LateStretchRepository stretches;
  @Inject RollUpRepository rollUps;
  @Inject EventRepository events;
  @Inject SystemEvents systemEvents;
  @Inject Event<SensorEventRaised> raised;

  private record Stored(List<SensorEvent> sensorEvents, List<SystemEvent> systemEvents) {}

  /** Stores an outcome; completes once it is on disk and announced. */
  CompletableFuture<?> record(LateOutcome outcome) {
    int rows = outcome.fresh().size() + outcome.changed().size();
    return writer.submit(new Writer.Bulk<>(() -> store(outcome), this::announce, () -> {}, rows));
  }

  private Stored store(LateOutcome outcome) {
    Map<Long, Long> ids = new HashMap<>();
    List<AnomalyDetection> fresh = new ArrayList<>();
    for (Judged judged : outcome.fresh()) {
      long id = detections.nextId();
      ids.put(judged.reading().id(), id);
      fresh.add(
          new AnomalyDetection(
              id, judged.reading(), judged.judgement(), judged.sample().interval(), true));
    }
    detections.addAll(fresh);
    detections.replace(outcome.changed());
    rollUps.outdate(
        HistoryKind.DETECTIONS,
        outcome.stretch().sensorId(),
        Stream.concat(
                outcome.fresh().stream().map(judged -> judged.reading().timestamp()),
                outcome.changed().stream().map(AnomalyDetection::timestamp))
            .toList());
    stretches.settle(outcome.stretch().sensorId());
    outcome.rest().ifPresent(stretches::widen);
    Stored stored = new Stored(new ArrayList<>(), new ArrayList<>());
    outcome.stateChanges().forEach(change -> raise(outcome, change, ids, stored));
    return stored;
  }

  private void raise(LateOutcome outcome, StateChange change, Map<Long, Long> ids, Stored stored) {
    Judged judged = change.judged();
    stored
        .sensorEvents()
        .add(
            events.add(
                new SensorEvent(
                    outcome.stretch().sensorId(),
                    new SensorCondition(judged.state()),
                    judged.reading().timestamp(),
                    change.detectionId().orElseGet(() -> ids.get(judged.reading().id())),
                    true)));
    if (judged.state() == SensorEventType.CRITICAL) {
      String text =
          String.format(
              Locale.ROOT,
              "Sensor %s was critical: %.1f ppmv at %s, score %.0f %%. Judged late, because"
                  + " readings came late or were corrected.",
              outcome.sensorName(),
              judged.sample().ppmv(),
              judged.reading().timestamp(),
              judged.judgement().score());
      stored
          .systemEvents()
          .add(
              systemEvents.keep(
                  new SystemEventDraft(
                      SystemEventType.ALERT_CRITICAL, text, outcome.stretch().sensorId())));
    }
  }

  private void announce(Stored stored) {
    stored.sensorEvents().forEach(event -> raised.fire(new SensorEventRaised(event)));
    stored.systemEvents().forEach(systemEvents::tell);
  }
}
