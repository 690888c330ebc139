package leakdetection.application.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import leakdetection.application.Writer;
import leakdetection.application.baselines.BaselineVersions;
import leakdetection.application.sensors.SensorRegistry;
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
  @Inject SensorRegistry sensors;
  @Inject EventRepository events;
  @Inject EventFeedbackRepository feedback;
  @Inject TimeSeriesDataRepository readings;
  @Inject BaselineVersions versions;
  @Inject ProductSettings settings;
  @Inject Clock clock;

  /**
   * Takes down what an operator says of an event.
   *
   * @throws RefusedException if there is no such event, the comment is too long, what was not
   *     critical is called no leak, or it was called so before
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
      return given;
    }
    return writer.write(() -> feedback.add(given));
  }

  /** Returns what was said of an event, oldest first. */
  public List<EventFeedback> of(long eventId) {
    event(eventId);
    return feedback.ofEvent(eventId);
  }

  /**
   * Returns what was said of a sensor's events, newest first, at most {@code limit}.
   *
   * @throws RefusedException if there is no such sensor
   */
  public List<EventFeedback> ofSensor(long sensorId, int limit) {
    sensors.get(sensorId);
    return feedback.ofSensor(sensorId, limit);
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
    if (given.baselineVersion().isPresent()) {
      unlearn(feedbackId, given);
    } else {
      writer.write(() -> takeBack(feedbackId));
    }
    return feedback.find(feedbackId).orElseThrow();
  }

  private EventFeedback takeBack(long feedbackId) {
    EventFeedback kept = feedback.find(feedbackId).orElseThrow();
    kept.undo();
    return kept;
  }

  private void teach(SensorEvent event, EventFeedback given) {
    Instant from = event.timestamp().minus(LEAD);
    List<TimeSeriesData> stretch = stretch(event.sensorId(), from, end(event));
    Instant to =
        stretch.isEmpty()
            ? event.timestamp()
            : stretch.get(stretch.size() - 1).timestamp().plus(1, ChronoUnit.MICROS);
    given.confirmNormal(from, to);
    double[] ppmv = withWindowBefore(event.sensorId(), from, stretch);
    versions.change(
        event.sensorId(),
        BaselineRole.NORMAL,
        "Event %d was not a leak.".formatted(event.id()),
        inForce -> longer(inForce.baseline(), ppmv, given),
        (sensor, version) -> {
          refuseTaughtBefore(event);
          given.taught(version.version());
          feedback.add(given);
        });
  }

  private Baseline longer(Baseline before, double[] ppmv, EventFeedback given) {
    return new Baseline(
        before.name(),
        before.series().followedBy(ppmv),
        false,
        "%s, followed by what an operator confirmed as normal from %s to %s"
            .formatted(
                before.name(), given.normalFrom().orElseThrow(), given.normalTo().orElseThrow()),
        clock.instant());
  }

  /** The same stretch twice would be its own nearest neighbour and make everything else unusual. */
  private void refuseTaughtBefore(SensorEvent event) {
    if (feedback.ofEvent(event.id()).stream()
        .anyMatch(known -> !known.isUndone() && known.normalFrom().isPresent())) {
      throw RefusedException.conflict(
          "verdict",
          "Event %d was called not_a_leak already; what it taught is in force."
              .formatted(event.id()));
    }
  }

  /**
   * Takes what was taught out of the baseline: the one before it comes back or, if others followed,
   * the piece is cut out of theirs. A baseline that was chosen since does not hold it.
   */
  private void unlearn(long feedbackId, EventFeedback given) {
    int taught = given.baselineVersion().getAsInt();
    Optional<BaselineVersion> before =
        versions.find(given.sensorId(), BaselineRole.NORMAL, taught - 1);
    Instant from = given.normalFrom().orElseThrow();
    List<TimeSeriesData> stretch = stretch(given.sensorId(), from, given.normalTo().orElseThrow());
    double[] ppmv = withWindowBefore(given.sensorId(), from, stretch);
    versions.change(
        given.sensorId(),
        BaselineRole.NORMAL,
        "What was said of event %d was taken back.".formatted(given.eventId()),
        inForce ->
            inForce.version() == taught && before.isPresent()
                ? before.get().baseline()
                : without(inForce.baseline(), ppmv, given),
        (sensor, version) -> takeBack(feedbackId));
  }

  private Baseline without(Baseline inForce, double[] ppmv, EventFeedback given) {
    return inForce
        .series()
        .without(ppmv)
        .map(
            rest ->
                new Baseline(
                    inForce.name(),
                    rest,
                    false,
                    "%s, without what event %d taught".formatted(inForce.name(), given.eventId()),
                    clock.instant()))
        .orElse(inForce);
  }

  /** Returns when the event was over: its sensor's next event, or its newest reading. */
  private Instant end(SensorEvent event) {
    return events
        .following(event)
        .map(SensorEvent::timestamp)
        .or(() -> readings.newest(event.sensorId()))
        .filter(end -> end.isAfter(event.timestamp()))
        .orElse(event.timestamp().plusSeconds(1));
  }

  private List<TimeSeriesData> stretch(long sensorId, Instant from, Instant to) {
    return readings.judgedAfter(sensorId, from.minusNanos(1000), LIMIT).stream()
        .filter(reading -> reading.timestamp().isBefore(to))
        .toList();
  }

  private double[] withWindowBefore(long sensorId, Instant from, List<TimeSeriesData> stretch) {
    int window = settings.anomalyDetection().windowSize();
    return LearnedStretch.of(readings.judgedBefore(sensorId, from, window - 1), stretch);
  }

  private SensorEvent event(long id) {
    return events.findSensorEvent(id).orElseThrow(() -> RefusedException.unknown("event", id));
  }
}
