package leakdetection.application.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.estimation.EstimationResult;
import leakdetection.domain.estimation.KeptCandidate;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.sensors.SensorRepository;

/**
 * Looks for the leak when a sensor turns critical, and again every hour of its readings while it
 * stays so. One estimation of a sensor at a time; what comes due meanwhile waits for the next
 * reading.
 */
@ApplicationScoped
public class EstimationFlow {

  private static final Duration REFRESH = Duration.ofHours(1);
  private static final Duration WINDOW = Duration.ofHours(24).minus(EstimationDesk.STEP);
  private static final Logger LOG = Logger.getLogger(EstimationFlow.class.getName());

  @Inject ProductSettings settings;
  @Inject EstimationDesk desk;
  @Inject SensorRepository sensors;
  @Inject SystemEvents systemEvents;

  @Inject Computations computations;

  private final Map<Long, Episode> episodes = new ConcurrentHashMap<>();
  private final Set<Long> seen = ConcurrentHashMap.newKeySet();

  /** A sensor that is critical: when it was last looked into, and what was told of it. */
  private static final class Episode {
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant estimated = Instant.MIN;
    private volatile String told = "";
  }

  // On the writer's thread: it only hands over.
  void onDetections(@Observes DetectionsRecorded recorded) {
    if (!settings.simulationOn()) {
      return;
    }
    List<AnomalyDetection> detections = recorded.detections();
    AnomalyDetection last = detections.get(detections.size() - 1);
    if (last.deviation() != Deviation.CRITICAL) {
      episodes.remove(recorded.sensorId());
      return;
    }
    Episode episode = episodes.computeIfAbsent(recorded.sensorId(), id -> new Episode());
    boolean due =
        episode.estimated.equals(Instant.MIN)
            || !last.timestamp().isBefore(episode.estimated.plus(REFRESH));
    if (due && episode.busy.compareAndSet(false, true)) {
      handOver(episode, last);
    }
  }

  void onRemoved(@Observes SensorRemoved removal) {
    episodes.remove(removal.sensorId());
    seen.remove(removal.sensorId());
  }

  private void handOver(Episode episode, AnomalyDetection detection) {
    try {
      computations.start(
          EstimationDesk.subject(detection.sensorId()),
          computation -> {
            estimate(episode, detection, computation);
            return null;
          });
    } catch (RefusedException overloaded) {
      // The next reading asks again.
      episode.busy.set(false);
    }
  }

  private void estimate(Episode episode, AnomalyDetection detection, Computation computation) {
    Instant to = detection.timestamp();
    try {
      if (seen.add(detection.sensorId()) && goesOn(episode, detection)) {
        to = episode.estimated;
        return;
      }
      tell(
          episode,
          desk.estimate(
              detection.sensorId(),
              EstimationWish.usual(to.minus(WINDOW), to),
              Optional.of(detection.id()),
              computation));
    } catch (CancellationException calledOff) {
      LOG.log(Level.FINE, calledOff, () -> "An estimation was called off.");
    } catch (RefusedException unfit) {
      LOG.log(
          Level.WARNING,
          "The leak at sensor {0} could not be looked for: {1}",
          new Object[] {detection.sensorId(), unfit.getMessage()});
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, failure, () -> "An estimation failed.");
    } finally {
      episode.estimated = to;
      episode.busy.set(false);
    }
  }

  /** Recalls an episode that a stop of the server cut in two: its last estimation still counts. */
  private boolean goesOn(Episode episode, AnomalyDetection detection) {
    Instant at = detection.timestamp();
    Optional<KeptEstimation> last =
        desk.lastAsked(detection.sensorId())
            .filter(kept -> !kept.to().isAfter(at) && kept.to().plus(REFRESH).isAfter(at));
    last.ifPresent(
        kept -> {
          episode.estimated = kept.to();
          episode.told = answer(kept);
        });
    return last.isPresent();
  }

  private static String answer(KeptEstimation estimation) {
    String point = estimation.candidates().stream().findFirst().map(KeptCandidate::name).orElse("");
    return estimation.result() + " " + point;
  }

  /** Tells the operators what is new: the first answer of an episode, and each that differs. */
  private void tell(Episode episode, KeptEstimation estimation) {
    String answer = answer(estimation);
    if (!answer.equals(episode.told)) {
      episode.told = answer;
      systemEvents.raise(
          estimation.result() == EstimationResult.CONFIRMED
              ? SystemEventType.ALERT_CRITICAL
              : SystemEventType.INFO,
          message(estimation),
          estimation.sensorId());
    }
  }

  private String message(KeptEstimation estimation) {
    String sensor =
        sensors.find(estimation.sensorId()).map(found -> found.name()).orElse("a removed sensor");
    Optional<KeptCandidate> best = estimation.candidates().stream().findFirst();
    return switch (estimation.result()) {
      case CONFIRMED -> "Leak at %s (seen by sensor %s)".formatted(described(best), sensor) + ".";
      case EXTERNAL_CAUSE ->
          String.format(
              Locale.ROOT,
              "The cause of sensor %s's alarm lies outside the template, probability %.2f.",
              sensor,
              estimation.externalCause());
      case UNDEFINED ->
          best.isEmpty()
              ? "Sensor %s: the template has no candidate leak to compare with.".formatted(sensor)
              : "Sensor %s: no point explains the readings for certain; first is %s."
                  .formatted(sensor, described(best));
    };
  }

  /** Returns the point with its rate in g/s and its probability. */
  private static String described(Optional<KeptCandidate> candidate) {
    KeptCandidate best = candidate.orElseThrow();
    String rate =
        best.rate()
            .map(
                value ->
                    String.format(
                        Locale.ROOT,
                        ", %.2g g/s (%.2g-%.2g)",
                        1000 * value,
                        1000 * best.rateLow().orElse(value),
                        1000 * best.rateHigh().orElse(value)))
            .orElse("");
    return String.format(
        Locale.ROOT, "%s%s, probability %.2f", best.name(), rate, best.probability());
  }
}
