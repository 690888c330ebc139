package leakdetection.domain.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.CompatiblePlumeModel;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.RateAwarePlumeModel;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;
import org.junit.jupiter.api.Test;

/** What every estimator does, above all with windows that nobody would wish for. */
abstract class EstimatorContract {

  private static final int READINGS = 48;
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final List<Position> CORNERS =
      List.of(
          new Position(-4, -4, 4),
          new Position(-4, 4, 4),
          new Position(4, -4, 4),
          new Position(4, 4, 4),
          new Position(0, 5, 4),
          new Position(0, -5, 4),
          new Position(5, 0, 4),
          new Position(-5, 0, 4));
  private static final List<Leak> FOUR =
      List.of(leak("A", 2, 1), leak("B", -2, -1), leak("C", -1, 2.5), leak("D", 2, -2));

  abstract Estimator estimator();

  private static Leak leak(String name, double x, double y) {
    return Leak.lasting(name, 1e-3, new Position(x, y, 1.4));
  }

  /** A tide: the current turns twice around the compass. */
  private static Currents tide() {
    double[] east = new double[READINGS + 1];
    double[] north = new double[READINGS + 1];
    for (int i = 0; i <= READINGS; i++) {
      double phase = 4 * Math.PI * i / READINGS;
      double speed = 0.06 + 0.03 * Math.sin(phase / 3);
      east[i] = speed * Math.sin(phase);
      north[i] = speed * Math.cos(phase);
    }
    return Currents.ofComponents(east, north, null, STEP);
  }

  /** Readings of some sensors over a calm background, with the leak of candidate A. */
  private static List<SensorReadings> leaking(int sensors) {
    PlumeModel model = new CompatiblePlumeModel();
    List<SensorReadings> readings = new ArrayList<>();
    for (int s = 0; s < sensors; s++) {
      double[] water =
          model.concentrations(
              FOUR.get(0),
              CORNERS.get(s),
              tide(),
              Optional.empty(),
              Site.open(20, SeaWater.STANDARD));
      double[] ppmv = SensorResponse.STANDARD.apply(water, STEP);
      for (int i = 0; i < ppmv.length; i++) {
        ppmv[i] = Math.min(9000, 0.3 * ppmv[i]) + 30 + s + Math.sin(i / 9.0 + s);
      }
      readings.add(new SensorReadings("S" + s, CORNERS.get(s), ppmv));
    }
    return readings;
  }

  private static EstimationTask task(
      List<Leak> candidates, List<SensorReadings> sensors, Currents currents) {
    return new EstimationTask(
        Site.open(20, SeaWater.STANDARD),
        candidates,
        sensors,
        currents,
        Optional.empty(),
        STEP,
        SensorResponse.STANDARD);
  }

  private Estimation estimate(
      List<Leak> candidates, List<SensorReadings> sensors, Currents currents) {
    Estimation estimation =
        estimator()
            .estimate(
                task(candidates, sensors, currents), new CompatiblePlumeModel(), Runnable::run);
    for (double share :
        new double[] {estimation.noLeak(), estimation.externalCause(), estimation.unexplained()}) {
      assertThat(share).isBetween(0.0, 1.0);
    }
    return estimation;
  }

  @Test
  void clearLeakIsFoundAtItsPoint() {
    Estimation estimation = estimate(FOUR, leaking(4), tide());
    assertThat(estimation.best().orElseThrow().leak().name()).isEqualTo("A");
    assertThat(estimation.best().orElseThrow().rate()).isBetween(1e-4, 1e-3);
    assertThat(estimation.goodnessOfFit()).isGreaterThan(0.5);
  }

  @Test
  void helpingThreadsDoNotChangeTheAnswer() {
    EstimationTask task = task(FOUR, leaking(4), tide());
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      assertThat(estimator().estimate(task, new CompatiblePlumeModel(), pool))
          .isEqualTo(estimator().estimate(task, new CompatiblePlumeModel(), Runnable::run));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void busyExecutorDoesNotHoldTheAnswerUp() {
    EstimationTask task = task(FOUR, leaking(2), tide());
    Estimation estimation = estimator().estimate(task, new CompatiblePlumeModel(), neverRun -> {});
    assertThat(estimation.candidates()).hasSize(4);
  }

  @Test
  void oneToEightSensorsAreUsed() {
    for (int sensors : new int[] {1, 2, 3, 8}) {
      assertThat(estimate(FOUR, leaking(sensors), tide()).candidates()).hasSize(4);
    }
  }

  @Test
  void singleCandidateIsWeighedOnItsOwn() {
    Estimation estimation = estimate(FOUR.subList(0, 1), leaking(4), tide());
    assertThat(estimation.best().orElseThrow().probability()).isGreaterThan(0.5);
  }

  @Test
  void twoCandidatesAtTheSamePlaceShareTheirProbability() {
    Estimation estimation = estimate(List.of(leak("A", 2, 1), leak("B", 2, 1)), leaking(4), tide());
    double one = estimation.candidates().get(0).probability();
    double other = estimation.candidates().get(1).probability();
    assertThat(one).isEqualTo(other);
    assertThat(estimation.result()).isNotEqualTo(EstimationResult.CONFIRMED);
  }

  @Test
  void noCandidateConfirmsNothing() {
    Estimation estimation = estimate(List.of(), leaking(4), tide());
    assertThat(estimation.candidates()).isEmpty();
    assertThat(estimation.result()).isNotEqualTo(EstimationResult.CONFIRMED);
  }

  @Test
  void candidatesOutOfReachHaveNoRate() {
    Estimation estimation =
        estimate(List.of(leak("far", 500, 500), leak("away", -500, 0)), leaking(4), tide());
    assertThat(estimation.leak()).isZero();
    assertThat(estimation.candidates()).allSatisfy(c -> assertThat(c.rate()).isNaN());
    assertThat(estimation.notes()).isNotEmpty();
    assertThat(estimation.result()).isNotEqualTo(EstimationResult.CONFIRMED);
  }

  @Test
  void stillWaterGivesNumbers() {
    double[] nothing = new double[READINGS + 1];
    estimate(FOUR, leaking(4), Currents.ofComponents(nothing, nothing, null, STEP));
  }

  @Test
  void sensorAtTheLeakGivesNumbers() {
    List<SensorReadings> sensors = new ArrayList<>(leaking(3));
    sensors.add(new SensorReadings("at A", FOUR.get(0).position(), sensors.get(0).ppmv()));
    estimate(FOUR, sensors, tide());
  }

  @Test
  void gapsInReadingsAndCurrentsAreBridged() {
    List<SensorReadings> sensors = leaking(4);
    for (SensorReadings sensor : sensors) {
      Arrays.fill(sensor.ppmv(), 20, 30, Double.NaN);
      sensor.ppmv()[40] = Double.POSITIVE_INFINITY;
    }
    double[] east = new double[READINGS + 1];
    double[] north = new double[READINGS + 1];
    for (int i = 0; i < east.length; i++) {
      east[i] = i % 5 == 0 ? Double.NaN : tide().east(i);
      north[i] = tide().north(i);
    }
    Estimation estimation = estimate(FOUR, sensors, Currents.ofComponents(east, north, null, STEP));
    assertThat(estimation.best().orElseThrow().leak().name()).isEqualTo("A");
  }

  @Test
  void silentSensorIsLeftOutAndNamed() {
    List<SensorReadings> sensors = leaking(4);
    Arrays.fill(sensors.get(2).ppmv(), 5, READINGS, Double.NaN);
    Estimation estimation = estimate(FOUR, sensors, tide());
    assertThat(estimation.notes()).anyMatch(note -> note.contains("Sensor S2 was left out"));
  }

  @Test
  void constantReadingsAreNoLeak() {
    List<SensorReadings> sensors = leaking(4);
    sensors.forEach(sensor -> Arrays.fill(sensor.ppmv(), 25));
    Estimation estimation = estimate(FOUR, sensors, tide());
    assertThat(estimation.result()).isEqualTo(EstimationResult.UNDEFINED);
  }

  @Test
  void allSensorsSilentIsSaid() {
    List<SensorReadings> sensors = leaking(2);
    sensors.forEach(sensor -> Arrays.fill(sensor.ppmv(), Double.NaN));
    assertThatThrownBy(() -> estimate(FOUR, sensors, tide()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No sensor has the 12 readings");
  }

  @Test
  void shortCurrentsAreRefusedWithBothNumbers() {
    Currents few = Currents.ofComponents(new double[5], new double[5], null, STEP);
    assertThatThrownBy(() -> task(FOUR, leaking(2), few))
        .hasMessageContaining("48 readings need 49 currents, one more, not 5");
  }

  @Test
  void unmeasuredCurrentsAreSaid() {
    double[] none = new double[READINGS + 1];
    Arrays.fill(none, Double.NaN);
    assertThatThrownBy(
            () -> estimate(FOUR, leaking(2), Currents.ofComponents(none, none, null, STEP)))
        .hasMessageContaining("None of the 49 currents was measured");
  }

  @Test
  void leakBelowTheSeabedIsRefusedByName() {
    Leak below = Leak.lasting("buried", 1e-3, new Position(0, 0, -2));
    assertThatThrownBy(() -> estimate(List.of(below), leaking(2), tide()))
        .hasMessageContaining("Leak buried");
  }

  @Test
  void interruptedCallerIsCancelled() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> estimate(FOUR, leaking(2), tide()))
          .isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void rateAwareModelIsEstimatedToo() {
    Estimation estimation =
        estimator()
            .estimate(
                task(FOUR.subList(0, 2), leaking(4), tide()),
                new RateAwarePlumeModel(),
                Runnable::run);
    assertThat(estimation.model()).isEqualTo("plume2d");
    assertThat(estimation.best().orElseThrow().leak().name()).isEqualTo("A");
  }
}
