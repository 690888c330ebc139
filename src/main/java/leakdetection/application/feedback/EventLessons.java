package leakdetection.application.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import leakdetection.application.Writer;
import leakdetection.application.baselines.BaselineVersions;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineVersion;
import leakdetection.domain.events.EventFeedback;
import leakdetection.domain.events.EventFeedbackRepository;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.EventVerdict;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Takes down what operators say of events. "Not a leak" teaches: the stretch is confirmed as normal
 * for detectors that learn as they go, and joins the baseline for those that compare with one.
 */
@ApplicationScoped
public class EventLessons {

  /** A disturbance begins before it becomes critical; so much of it is confirmed with it. */
  private static final Duration LEAD = Duration.ofHours(6);

  private static final int COMMENT_LENGTH = 2000;

  /** How many readings may be learned from one event: 14 days at 10 minutes. */
  private static final int LIMIT = 2016;

  @Inject Writer writer;
  @Inject EventRepository events;
  @Inject EventFeedbackRepository feedback;
  @Inject TimeSeriesDataRepository readings;
  @Inject BaselineVersions versions;
  @Inject ProductSettings settings;
  @Inject Event<SensorChanged> changed;
  @Inject Clock clock;

  /**
   * Takes down what an operator says of an event.
   *
   * @throws RefusedException if there is no such event, the comment is too long, or what was not
   *     critical is called no leak
   */
  public EventFeedback give(long eventId, EventVerdict verdict, String comment) {
    SensorEvent event = event(eventId);
    if (comment.length() > COMMENT_LENGTH) {
      throw RefusedException.invalid(
          "comment",
          "The comment is %d characters long; at most %d are allowed."
              .formatted(comment.length(), COMMENT_LENGTH));
    }
    boolean teaches = verdict == EventVerdict.NOT_A_LEAK;
    if (teaches && event.type() != SensorEventType.CRITICAL) {
      throw RefusedException.invalid(
          "verdict",
          "Event %d is %s; only a critical event can be called not_a_leak."
              .formatted(eventId, event.type().label()));
    }
    EventFeedback given = new EventFeedback(event, verdict, comment, clock.instant());
    if (teaches) {
      teach(event, given);
    }
    return writer.write(
        () -> feedback.add(given), kept -> changed.fire(new SensorChanged(kept.sensorId())));
  }

  /** Returns what was said of an event, oldest first. */
  public List<EventFeedback> of(long eventId) {
    event(eventId);
    return feedback.ofEvent(eventId);
  }

  /**
   * Takes back what was said, with what was learned from it.
   *
   * @throws RefusedException if there is no such feedback or it was taken back already
   */
  public EventFeedback undo(long feedbackId) {
    EventFeedback given =
        feedback
            .find(feedbackId)
            .orElseThrow(() -> RefusedException.unknown("feedback", feedbackId));
    if (given.isUndone()) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("path", "id"),
          "Feedback %d was taken back already.".formatted(feedbackId));
    }
    unlearn(given);
    return writer.write(
        () -> {
          EventFeedback kept = feedback.find(feedbackId).orElseThrow();
          kept.undo();
          return kept;
        },
        undone -> changed.fire(new SensorChanged(undone.sensorId())));
  }

  private void teach(SensorEvent event, EventFeedback given) {
    Instant from = event.timestamp().minus(LEAD);
    Instant to = end(event);
    given.confirmNormal(from, to);
    double[] ppmv = stretch(event.sensorId(), from, to);
    BaselineVersion before = versions.inForce(event.sensorId(), BaselineRole.NORMAL);
    Baseline longer =
        new Baseline(
            before.baseline().name(),
            before.baseline().series().followedBy(ppmv),
            false,
            "%s, followed by what an operator confirmed as normal from %s to %s"
                .formatted(before.baseline().name(), from, to),
            clock.instant());
    BaselineVersion version =
        versions.change(
            event.sensorId(),
            BaselineRole.NORMAL,
            longer,
            "Event %d was not a leak.".formatted(event.id()),
            unchanged -> {});
    given.taught(version.version());
  }

  /** Rolls the baseline back if nothing else has changed it since. */
  private void unlearn(EventFeedback given) {
    BaselineVersion inForce = versions.inForce(given.sensorId(), BaselineRole.NORMAL);
    if (given.baselineVersion().isPresent()
        && given.baselineVersion().getAsInt() == inForce.version()
        && inForce.version() > 1) {
      versions.rollBack(given.sensorId(), BaselineRole.NORMAL, inForce.version() - 1);
    }
  }

  /** Returns when the event was over: its sensor's next event, or its newest reading. */
  private Instant end(SensorEvent event) {
    return events.sensorEvents(Optional.of(event.sensorId()), Long.MAX_VALUE, 1000).stream()
        .filter(later -> later.id() > event.id())
        .min(Comparator.comparing(SensorEvent::id))
        .map(SensorEvent::timestamp)
        .or(() -> readings.newest(event.sensorId()))
        .filter(end -> end.isAfter(event.timestamp()))
        .orElse(event.timestamp().plusSeconds(1));
  }

  private double[] stretch(long sensorId, Instant from, Instant to) {
    int window = settings.anomalyDetection().windowSize();
    List<TimeSeriesData> before = readings.judgedBefore(sensorId, from, window - 1);
    List<TimeSeriesData> stretch =
        readings.judgedAfter(sensorId, from.minusNanos(1000), LIMIT).stream()
            .filter(reading -> reading.timestamp().isBefore(to))
            .toList();
    return java.util.stream.Stream.concat(before.stream(), stretch.stream())
        .mapToDouble(TimeSeriesData::ppmv)
        .toArray();
  }

  private SensorEvent event(long id) {
    return events.findSensorEvent(id).orElseThrow(() -> RefusedException.unknown("event", id));
  }
}
