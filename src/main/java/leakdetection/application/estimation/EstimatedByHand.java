package leakdetection.application.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import leakdetection.application.Writer;
import leakdetection.domain.RefusedException;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.EstimationRepository;
import leakdetection.domain.estimation.EstimationResult;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.domain.simulation.SimulationDetection;

/** Conclusions that a person reached, and curves that were simulated elsewhere. */
@ApplicationScoped
public class EstimatedByHand {

  /** What stands for the estimator and the model. */
  public static final String PERSON = "by-hand";

  @Inject Writer writer;
  @Inject EstimationRepository estimations;
  @Inject Clock clock;

  /**
   * Keeps a conclusion.
   *
   * @param detectionId the detection that it is about; null for none
   * @throws RefusedException if the window ends before it begins
   */
  public KeptEstimation conclude(
      long sensorId, Long detectionId, EstimationResult result, Window window, String notes) {
    Estimation answer =
        new Estimation(result, List.of(), 0, 0, 1, Double.NaN, PERSON, PERSON, List.of());
    return writer.write(
        () ->
            estimations.add(
                new KeptEstimation(
                    new KeptEstimation.Occasion(sensorId, detectionId, clock.instant()),
                    window.from,
                    window.to,
                    answer,
                    List.of(notes),
                    Map.of())));
  }

  /**
   * Keeps a simulated curve.
   *
   * @throws RefusedException if there is no such estimation
   */
  public SimulationDetection simulate(SimulationDetection simulated) {
    return writer.write(
        () -> {
          estimations
              .find(simulated.sensorId(), simulated.estimationId())
              .orElseThrow(
                  () ->
                      RefusedException.invalid(
                          "estimation",
                          "The sensor has no estimation %d.".formatted(simulated.estimationId())));
          estimations.add(List.of(simulated));
          return simulated;
        });
  }

  /** The readings that a conclusion is about: from the first to the last. */
  public record Window(Instant from, Instant to) {

    /**
     * @throws RefusedException if it ends before it begins
     */
    public Window {
      if (to.isBefore(from)) {
        throw RefusedException.invalid(
            "to", "The window must not end (%s) before it begins (%s).".formatted(to, from));
      }
    }
  }
}
