package leakdetection.application.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import leakdetection.application.Writer;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.EstimationMade;
import leakdetection.domain.estimation.EstimationRepository;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.estimation.Estimator;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.SimulationDetection;
import leakdetection.domain.simulation.Site;
import leakdetection.domain.templates.Template;

/**
 * Looks for the leak that explains what the sensors of a template read in a window. The answer, the
 * curves of its first candidates and what they were made with are kept together or not at all.
 */
@ApplicationScoped
public class EstimationDesk {

  /** Time between two readings of a window. */
  public static final Duration STEP = Duration.ofMinutes(10);

  private static final int MOST_SENSORS = 64;

  @Inject SensorRegistry sensors;
  @Inject SensorRepository mounted;
  @Inject WindowReadings readings;
  @Inject TemplateSurroundings surroundings;
  @Inject EstimationRepository estimations;
  @Inject Computations computations;
  @Inject Writer writer;
  @Inject Event<EstimationMade> made;
  @Inject Clock clock;

  /** An answer with the curves that its first candidates would have made at the sensors. */
  private record Answer(Estimation estimation, List<SimulatedCurves.AtSensor> curves) {}

  /** A window of a template: what is asked and what it is made from. */
  private record Question(
      List<Sensor> sensors,
      EstimationTask task,
      Estimator estimator,
      PlumeModel model,
      TemplateSurroundings.Surroundings around) {}

  /**
   * Looks for the leak on the estimations' threads, keeps the answer and waits for it.
   *
   * @throws RefusedException if there is no such sensor, the template's data or the model are of no
   *     use, too many estimations wait, or somebody calls it off
   */
  public KeptEstimation estimate(long sensorId, EstimationWish wish) {
    sensors.get(sensorId);
    return Computations.await(
        computations.start(
            subject(sensorId),
            computation -> estimate(sensorId, wish, Optional.empty(), computation)));
  }

  /**
   * Looks for the leak on the caller's thread and those that are free, and keeps the answer.
   *
   * @param detectionId the detection that asks; empty when a person does
   * @param computation that it is part of
   * @throws RefusedException as above
   * @throws CancellationException if it was called off; then nothing is kept
   */
  KeptEstimation estimate(
      long sensorId, EstimationWish wish, Optional<Long> detectionId, Computation computation) {
    Question question = question(sensorId, wish);
    Answer answer = answer(question, computation);
    KeptEstimation.Occasion occasion =
        new KeptEstimation.Occasion(sensorId, detectionId.orElse(null), clock.instant());
    List<String> notes = new ArrayList<>(question.around().notes());
    notes.addAll(answer.estimation().notes());
    KeptEstimation kept =
        new KeptEstimation(
            occasion,
            wish.from(),
            wish.to(),
            answer.estimation(),
            notes,
            EstimationProvenance.of(
                question.task(),
                question.model(),
                question.estimator(),
                question.around().sources()));
    return writer.write(
        () -> keep(kept, answer.curves()), stored -> made.fire(new EstimationMade(stored)));
  }

  // Sensors may have been removed meanwhile.
  private KeptEstimation keep(KeptEstimation kept, List<SimulatedCurves.AtSensor> curves) {
    sensors.get(kept.sensorId());
    estimations.add(kept);
    estimations.add(
        curves.stream()
            .filter(curve -> mounted.find(curve.sensorId()).isPresent())
            .map(curve -> curve.of(kept.id(), kept.from(), STEP))
            .toList());
    return kept;
  }

  /**
   * Calls the estimations of a sensor off that run or wait; nothing of them is kept.
   *
   * @throws RefusedException if there is no such sensor or no estimation of it is open
   */
  public void cancel(long sensorId) {
    sensors.get(sensorId);
    if (computations.cancel(subject(sensorId)) == 0) {
      throw new RefusedException(
          RefusedException.Reason.UNKNOWN,
          List.of("path", "id"),
          "No estimation of sensor %d is running.".formatted(sensorId));
    }
  }

  /** Returns a sensor's newest estimation that a detection asked for. */
  Optional<KeptEstimation> lastAsked(long sensorId) {
    return estimations.lastAsked(sensorId);
  }

  static Computation.Subject subject(long sensorId) {
    return new Computation.Subject(Computation.Kind.ESTIMATION, sensorId);
  }

  /** Returns a sensor's estimations with smaller ids, newest first. */
  public List<KeptEstimation> of(long sensorId, long beforeId, int limit) {
    sensors.get(sensorId);
    return estimations.of(sensorId, beforeId, limit);
  }

  /**
   * @throws RefusedException if there is no such sensor or estimation
   */
  public KeptEstimation get(long sensorId, long id) {
    sensors.get(sensorId);
    return estimations
        .find(sensorId, id)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Reason.UNKNOWN,
                    List.of("path", "estimationId"),
                    "Sensor %d has no estimation %d.".formatted(sensorId, id)));
  }

  /**
   * Returns what an estimation's first candidates would have brought to the template's sensors.
   *
   * @throws RefusedException if there is no such sensor or estimation
   */
  public List<SimulationDetection> simulated(long sensorId, long id) {
    return estimations.simulated(get(sensorId, id).id());
  }

  private Question question(long sensorId, EstimationWish wish) {
    Instant from = wish.from();
    int count = wish.count();
    Template template = sensors.get(sensorId).template();
    try {
      TemplateSurroundings.Surroundings around = surroundings.of(template, from, count);
      Site site = TemplateSites.of(template);
      List<Sensor> all = mounted.ofTemplate(template.id(), 0, MOST_SENSORS);
      EstimationTask task =
          new EstimationTask(
              site,
              around.leaks(),
              all.stream().map(sensor -> readings.of(sensor, from, count)).toList(),
              around.currents(),
              around.waves(),
              STEP,
              TemplateSites.response(template));
      return new Question(all, task, wish.estimator(), wish.model(site), around);
    } catch (IOException | IllegalArgumentException | IllegalStateException unfit) {
      throw unfit(unfit);
    }
  }

  private Answer answer(Question question, Computation computation) {
    try {
      return computation.interruptibly(
          () -> {
            Estimation estimation =
                question
                    .estimator()
                    .estimate(question.task(), question.model(), computations.helpers());
            return new Answer(
                estimation,
                SimulatedCurves.of(
                    estimation, question.task(), question.model(), question.sensors()));
          });
    } catch (CancellationException calledOff) {
      throw calledOff;
    } catch (IllegalArgumentException | IllegalStateException unfit) {
      throw unfit(unfit);
    }
  }

  private static RefusedException unfit(Exception fact) {
    return new RefusedException(
        RefusedException.Reason.NOT_NOW, List.of("path", "id"), fact.getMessage());
  }
}
