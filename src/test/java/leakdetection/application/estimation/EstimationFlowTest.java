package leakdetection.application.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import leakdetection.application.InMemorySensors;
import leakdetection.application.TestSettings;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.EstimationResult;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.domain.estimation.RankedCandidate;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the leak is looked for, and what the operators are told. */
class EstimationFlowTest {

  private static final long SENSOR = 7;
  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  private final List<Instant> estimated = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final EstimationFlow flow = new EstimationFlow();

  private String point = "A";
  private Optional<KeptEstimation> before = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  private boolean overloaded;

  @BeforeEach
  void wire() {
    flow.settings = withSimulation(true);
    flow.desk = new FakeDesk();
    flow.computations = new AtOnce();
    flow.systemEvents =
        new SystemEvents() {
          @Override
          public void raise(SystemEventType type, String message, Long sensorId) {
            told.add(type + " " + message);
          }
        };
    flow.sensors = new InMemorySensors();
  }

  private static ProductSettings withSimulation(boolean on) {
    ProductSettings usual = TestSettings.withWindow(144);
    return new ProductSettings(
        usual.debug(),
        usual.database(),
        usual.feeds(),
        on,
        usual.anomalyDetection(),
        usual.baselines(),
        usual.allowedOrigins(),
        usual.server(),
        usual.kept(),
        usual.folders(),
        usual.log(),
        usual.security(),
        usual.pluginChecksums());
  }

  private static Instant at(int minutes) {
    return BEGIN.plus(Duration.ofMinutes(minutes));
  }

  private void judged(int minutes, Deviation deviation) {
    TimeSeriesData reading = new TimeSeriesData(minutes, SENSOR, at(minutes), 100, Quality.GOOD);
    Judgement judgement = new Judgement("amsr", 300, deviation, false);
    flow.onDetections(
        new DetectionsRecorded(SENSOR, List.of(new AnomalyDetection(minutes, reading, judgement))));
  }

  @Test
  void theLeakIsLookedForOnceWhenASensorTurnsCriticalAndThenHourly() {
    for (int minutes = 0; minutes <= 130; minutes += 10) {
      judged(minutes, Deviation.CRITICAL);
    }

    assertThat(estimated).containsExactly(at(0), at(60), at(120));
  }

  @Test
  void aNewEpisodeIsLookedIntoAtOnce() {
    judged(0, Deviation.CRITICAL);
    judged(10, Deviation.OK);
    judged(20, Deviation.CRITICAL);

    assertThat(estimated).containsExactly(at(0), at(20));
  }

  @Test
  void nothingIsLookedForWhileTheSimulationIsOffOrNobodyIsCritical() {
    judged(0, Deviation.WARNING);
    flow.settings = withSimulation(false);
    judged(10, Deviation.CRITICAL);

    assertThat(estimated).isEmpty();
  }

  @Test
  void theOperatorsAreToldTheFirstAnswerAndEachThatDiffers() {
    judged(0, Deviation.CRITICAL);
    judged(60, Deviation.CRITICAL);
    point = "B";
    judged(120, Deviation.CRITICAL);

    assertThat(told)
        .containsExactly(
            "ALERT_CRITICAL Leak at A, 0.50 g/s (0.20-0.90), probability 0.80 (seen by sensor a removed sensor).",
            "ALERT_CRITICAL Leak at B, 0.50 g/s (0.20-0.90), probability 0.80 (seen by sensor a removed sensor).");
  }

  @Test
  void anEpisodeThatAStopCutInTwoGoesOn() {
    before = Optional.of(kept(at(-30)));

    judged(0, Deviation.CRITICAL);
    judged(20, Deviation.CRITICAL);
    judged(30, Deviation.CRITICAL);

    assertThat(estimated).containsExactly(at(30));
    assertThat(told).isEmpty();
  }

  @Test
  void anOlderEpisodeDoesNotCount() {
    before = Optional.of(kept(at(-61)));

    judged(0, Deviation.CRITICAL);

    assertThat(estimated).containsExactly(at(0));
  }

  @Test
  void afterAFailureOrACancelTheNextHourTriesAgain() {
    for (RuntimeException reason :
        List.of(
            new IllegalStateException("broken"),
            new CancellationException(),
            new RefusedException(RefusedException.Reason.NOT_NOW, List.of(), "no currents"))) {
      judged(-1000, Deviation.OK);
      estimated.clear();
      failure = Optional.of(reason);
      judged(0, Deviation.CRITICAL);
      failure = Optional.empty();
      judged(10, Deviation.CRITICAL);
      judged(60, Deviation.CRITICAL);

      assertThat(estimated).as(reason.toString()).containsExactly(at(0), at(60));
    }
  }

  @Test
  void whatIsRefusedForOverloadIsTriedWithTheNextReading() {
    overloaded = true;
    judged(0, Deviation.CRITICAL);
    overloaded = false;
    judged(10, Deviation.CRITICAL);

    assertThat(estimated).containsExactly(at(10));
  }

  private KeptEstimation kept(Instant to) {
    Leak leak = Leak.lasting(point, 5e-4, new Position(0, 0, 1));
    Estimation answer =
        new Estimation(
            EstimationResult.CONFIRMED,
            List.of(new RankedCandidate(leak, 0.8, 5e-4, 2e-4, 9e-4)),
            0.1,
            0.05,
            0.05,
            0.7,
            "bayes",
            "plume2d",
            List.of());
    return new KeptEstimation(
        new KeptEstimation.Occasion(SENSOR, 1L, to),
        to.minus(Duration.ofDays(1)),
        to,
        answer,
        List.of(),
        Map.of());
  }

  /** Answers at once. */
  private final class FakeDesk extends EstimationDesk {

    @Override
    KeptEstimation estimate(
        long sensorId, EstimationWish wish, Optional<Long> detectionId, Computation computation) {
      assertThat(Duration.between(wish.from(), wish.to())).isEqualTo(Duration.ofMinutes(1430));
      assertThat(wish.estimator().id()).isEqualTo("bayes");
      estimated.add(wish.to());
      failure.ifPresent(
          reason -> {
            throw reason;
          });
      return kept(wish.to());
    }

    @Override
    Optional<KeptEstimation> lastAsked(long sensorId) {
      return before;
    }
  }

  /** Runs everything on the caller's thread. */
  private final class AtOnce extends Computations {

    @Override
    public <T> CompletableFuture<T> start(
        Computation.Subject subject, Function<Computation, T> work) {
      if (overloaded) {
        throw new RefusedException(RefusedException.Reason.NOT_NOW, List.of(), "too many");
      }
      return CompletableFuture.completedFuture(work.apply(new Computation(subject)));
    }
  }
}
