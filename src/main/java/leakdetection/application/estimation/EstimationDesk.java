package leakdetection.application.estimation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakdetection.application.Writer;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.estimation.BayesEstimator;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.EstimationMade;
import leakdetection.domain.estimation.EstimationRepository;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.estimation.Estimator;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.domain.estimation.SensorReadings;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.simulation.Site;
import leakdetection.domain.templates.Template;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Looks for the leak that explains what the sensors of a template read in a window. */
@ApplicationScoped
public class EstimationDesk {

  /** Time between two readings of a window. */
  public static final Duration STEP = Duration.ofMinutes(10);

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int MOST_SENSORS = 64;

  @Inject SensorRegistry sensors;
  @Inject SensorRepository mounted;
  @Inject TimeSeriesDataRepository readings;
  @Inject TemplateSurroundings surroundings;
  @Inject EstimationRepository estimations;
  @Inject Writer writer;
  @Inject Event<EstimationMade> made;
  @Inject Clock clock;

  @Resource(lookup = "concurrent/jobs")
  ManagedExecutorService executor;

  private final Estimator estimator = new BayesEstimator();

  /**
   * Looks for the leak, on the caller's thread and those that are free, and keeps the answer.
   *
   * @param from time of the first reading
   * @param to time of the last reading
   * @param detectionId the detection that asks; empty when a person does
   * @throws RefusedException if there is no such sensor, or the window or the template's data are
   *     of no use
   */
  public KeptEstimation estimate(
      long sensorId, Instant from, Instant to, Optional<Long> detectionId) {
    Sensor sensor = sensors.get(sensorId);
    Template template = sensor.template();
    int count = count(from, to);
    List<String> notes = new ArrayList<>();
    Estimation answer = answer(template, from, count, notes);
    KeptEstimation.Occasion occasion =
        new KeptEstimation.Occasion(sensorId, detectionId.orElse(null), clock.instant());
    return writer.write(
        () -> estimations.add(new KeptEstimation(occasion, from, to, answer, notes)),
        kept -> made.fire(new EstimationMade(kept)));
  }

  /** Returns a sensor's estimations with smaller ids, newest first. */
  public List<KeptEstimation> of(long sensorId, long beforeId, int limit) {
    sensors.get(sensorId);
    return estimations.of(sensorId, beforeId, limit);
  }

  private Estimation answer(Template template, Instant from, int count, List<String> notes) {
    try {
      TemplateSurroundings.Surroundings around = surroundings.of(template, from, count);
      notes.addAll(around.notes());
      Site site = TemplateSites.of(template);
      EstimationTask task =
          new EstimationTask(
              site,
              around.leaks(),
              readings(template, from, count),
              around.currents(),
              around.waves(),
              STEP,
              TemplateSites.response(template));
      Estimation answer = estimator.estimate(task, TemplateSites.model(site), executor);
      notes.addAll(answer.notes());
      return answer;
    } catch (IOException | IllegalArgumentException | IllegalStateException unfit) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW, List.of("path", "id"), unfit.getMessage());
    }
  }

  private List<SensorReadings> readings(Template template, Instant from, int count) {
    return mounted.ofTemplate(template.id(), 0, MOST_SENSORS).stream()
        .map(
            sensor ->
                new SensorReadings(
                    sensor.name(), sensor.position(), sampled(sensor.id(), from, count)))
        .toList();
  }

  /** Returns the reading nearest to each time, NaN when none lies within half a step. */
  private double[] sampled(long sensorId, Instant from, int count) {
    double[] ppmv = new double[count];
    Arrays.fill(ppmv, Double.NaN);
    Instant begin = from.minus(STEP.dividedBy(2));
    for (TimeSeriesData reading :
        readings.judgedAfter(sensorId, begin.minusNanos(1000), 60 * count)) {
      long index = Duration.between(begin, reading.timestamp()).toMillis() / STEP.toMillis();
      if (index >= count) {
        break;
      }
      ppmv[(int) index] = reading.ppmv();
    }
    return ppmv;
  }

  private static int count(Instant from, Instant to) {
    Duration length = Duration.between(from, to);
    Duration shortest = STEP.multipliedBy(EstimationTask.SHORTEST - 1L);
    if (length.compareTo(shortest) < 0 || length.compareTo(LONGEST) > 0) {
      throw new RefusedException(
          RefusedException.Reason.INVALID,
          List.of("body", "to"),
          "The window from %s to %s must last %d minutes to 7 days."
              .formatted(from, to, shortest.toMinutes()));
    }
    return (int) (length.toMillis() / STEP.toMillis()) + 1;
  }
}
