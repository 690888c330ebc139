package leakdetection.application.estimation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import leakdetection.domain.RefusedException;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.estimation.Estimator;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.Site;

/**
 * Which window is to be explained, and by which method.
 *
 * @param from time of the first reading
 * @param to time of the last reading, 110 minutes to 7 days later
 * @param estimatorId how to compare; {@value #USUAL_ESTIMATOR} when not given
 * @param modelId how gas spreads; what suits the template when not given
 */
public record EstimationWish(
    Instant from, Instant to, Optional<String> estimatorId, Optional<String> modelId) {

  private static final String USUAL_ESTIMATOR = "bayes";
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * @throws RefusedException if the window is too short or too long, or there is no such estimator
   *     or model
   */
  public EstimationWish {
    boolean near = !from.isBefore(EARLIEST) && !to.isAfter(LATEST) && !from.isAfter(to);
    Duration shortest = EstimationDesk.STEP.multipliedBy(EstimationTask.SHORTEST - 1L);
    Duration length = near ? Duration.between(from, to) : Duration.ZERO;
    if (length.compareTo(shortest) < 0 || length.compareTo(LONGEST) > 0) {
      throw RefusedException.invalid(
          "to",
          "The window from %s to %s must last %d minutes to 7 days, between 1970 and 2200."
              .formatted(from, to, shortest.toMinutes()));
    }
    chosen(Estimator.class, "estimator", estimatorId.orElse(USUAL_ESTIMATOR), Estimator::id);
    modelId.ifPresent(id -> chosen(PlumeModel.class, "model", id, PlumeModel::id));
  }

  /** A window that is to be explained as usual. */
  static EstimationWish usual(Instant from, Instant to) {
    return new EstimationWish(from, to, Optional.empty(), Optional.empty());
  }

  /** Returns the number of readings of a sensor in the window. */
  int count() {
    return (int) (Duration.between(from, to).toMillis() / EstimationDesk.STEP.toMillis()) + 1;
  }

  Estimator estimator() {
    return chosen(Estimator.class, "estimator", estimatorId.orElse(USUAL_ESTIMATOR), Estimator::id);
  }

  /**
   * @throws IllegalArgumentException if no model suits the site
   */
  PlumeModel model(Site site) {
    return modelId
        .map(id -> chosen(PlumeModel.class, "model", id, PlumeModel::id))
        .orElseGet(() -> TemplateSites.model(site));
  }

  private static <T> T chosen(
      Class<T> service, String member, String id, Function<T, String> idOf) {
    List<T> offered =
        ServiceLoader.load(service, service.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return offered.stream()
        .filter(one -> idOf.apply(one).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedException.invalid(
                    member,
                    "There is no %s '%s'. There are: %s."
                        .formatted(
                            member,
                            id,
                            offered.stream().map(idOf).collect(Collectors.joining(", ")))));
  }
}
