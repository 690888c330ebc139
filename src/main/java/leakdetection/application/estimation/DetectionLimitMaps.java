package leakdetection.application.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.simulation.DetectionLimit;
import leakdetection.domain.simulation.DetectionLimitMap;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.MapGrid;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.Site;
import leakdetection.domain.templates.EnvironmentKind;
import leakdetection.domain.templates.Template;

/**
 * Says where on a template a leak would be seen, from which rate on and how soon. The newest maps
 * are kept and answered again while nothing that they depend on changes.
 */
@ApplicationScoped
public class DetectionLimitMaps {

  /** Most points times currents times sensors; beyond it a map would take minutes. */
  static final long MOST_WORK = 20_000_000;

  private static final int KEPT = 8;
  private static final int MOST_SENSORS = 64;
  private static final double MARGIN = 2;

  @Inject TemplateRegistry templates;
  @Inject SensorRepository mounted;
  @Inject TemplateSurroundings surroundings;
  @Inject SensorThresholds thresholds;
  @Inject Computations computations;

  private final Map<Key, CompletableFuture<List<DetectionLimit>>> newest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Key, CompletableFuture<List<DetectionLimit>>> eldest) {
          return size() > KEPT;
        }
      };

  /** Everything that a map depends on. */
  private record Key(DetectionLimitMap map, MapGrid grid, String model) {}

  /**
   * Returns the limits, computed on the estimations' threads unless they are known.
   *
   * @throws RefusedException if there is no such template, it has no sensors, its data are of no
   *     use, too much is wished for, or somebody calls it off
   */
  public DetectionLimits of(long templateId, DetectionLimitWish wish) {
    Template template = templates.get(templateId);
    List<Sensor> sensors = mounted.ofTemplate(templateId, 0, MOST_SENSORS);
    if (sensors.isEmpty()) {
      throw notNow("Template %s has no sensors that could see a leak.".formatted(template.name()));
    }
    requireBounded(wish, sensors.size());
    try {
      return of(template, sensors, wish);
    } catch (IOException | IllegalArgumentException | IllegalStateException unfit) {
      throw notNow(unfit.getMessage());
    }
  }

  /**
   * Calls the map of a template off that is being computed.
   *
   * @throws RefusedException if there is no such template or none is being computed
   */
  public void cancel(long templateId) {
    templates.get(templateId);
    if (computations.cancel(subject(templateId)) == 0) {
      throw new RefusedException(
          RefusedException.Reason.UNKNOWN,
          List.of("path", "id"),
          "No detection limits of template %d are being computed.".formatted(templateId));
    }
  }

  private DetectionLimits of(Template template, List<Sensor> sensors, DetectionLimitWish wish)
      throws IOException {
    int count = (int) (wish.length().toMillis() / EstimationDesk.STEP.toMillis());
    Instant from = wish.from().isPresent() ? wish.from().get() : newest(template, count);
    // The window of readings begins one step after the first current.
    TemplateSurroundings.Surroundings around =
        surroundings.of(template, from.plus(EstimationDesk.STEP), count);
    List<String> notes = new ArrayList<>(around.notes());
    if (around.currents().missing() > 0) {
      notes.add(
          "%d of %d currents are missing and were interpolated."
              .formatted(around.currents().missing(), around.currents().length()));
    }
    List<DetectionLimits.SensorThreshold> needed = thresholds.of(sensors, wish, notes);
    Site site = TemplateSites.of(template);
    PlumeModel model = TemplateSites.model(site);
    MapGrid grid = grid(wish, sensors, around.leaks());
    DetectionLimitMap map =
        new DetectionLimitMap(
            site,
            sensors.stream().map(Sensor::position).toList(),
            around.currents(),
            around.waves(),
            TemplateSites.response(template),
            needed.stream().map(DetectionLimits.SensorThreshold::ppmv).toList());
    List<DetectionLimit> limits =
        Computations.await(computed(template.id(), new Key(map, grid, model.id()), model));
    Duration length = EstimationDesk.STEP.multipliedBy(count);
    return new DetectionLimits(grid, limits, needed, from, length, model.id(), notes);
  }

  private synchronized CompletableFuture<List<DetectionLimit>> computed(
      long templateId, Key key, PlumeModel model) {
    CompletableFuture<List<DetectionLimit>> known = newest.get(key);
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    CompletableFuture<List<DetectionLimit>> started =
        computations.start(
            subject(templateId),
            computation ->
                computation.interruptibly(
                    () -> key.map().compute(key.grid(), model, computations.helpers())));
    newest.put(key, started);
    return started;
  }

  /** Returns when the last stretch of the template's currents begins. */
  private Instant newest(Template template, int count) throws IOException {
    return surroundings
        .inForce(template, EnvironmentKind.CURRENTS)
        .summary()
        .end()
        .map(end -> end.minus(EstimationDesk.STEP.multipliedBy(count)))
        .orElse(Instant.EPOCH);
  }

  private static MapGrid grid(DetectionLimitWish wish, List<Sensor> sensors, List<Leak> leaks) {
    List<Position> places =
        Stream.concat(sensors.stream().map(Sensor::position), leaks.stream().map(Leak::position))
            .toList();
    DetectionLimitWish.Area area =
        wish.area()
            .orElseGet(
                () ->
                    new DetectionLimitWish.Area(
                        places.stream().mapToDouble(Position::x).min().orElseThrow() - MARGIN,
                        places.stream().mapToDouble(Position::x).max().orElseThrow() + MARGIN,
                        places.stream().mapToDouble(Position::y).min().orElseThrow() - MARGIN,
                        places.stream().mapToDouble(Position::y).max().orElseThrow() + MARGIN));
    double[] heights = leaks.stream().mapToDouble(leak -> leak.position().z()).sorted().toArray();
    double usual = heights.length == 0 ? 1 : heights[heights.length / 2];
    return new MapGrid(
        area.fromX(),
        area.toX(),
        wish.columns(),
        area.fromY(),
        area.toY(),
        wish.rows(),
        wish.height().orElse(usual));
  }

  private static void requireBounded(DetectionLimitWish wish, int sensors) {
    long currents = wish.length().toMillis() / EstimationDesk.STEP.toMillis() + 1;
    long work = currents * wish.columns() * wish.rows() * sensors;
    if (work > MOST_WORK) {
      throw DetectionLimitWish.refused(
          "columns",
          "%d x %d points with %d currents and %d sensors are too many: the product (%d) must not exceed %d."
              .formatted(wish.columns(), wish.rows(), currents, sensors, work, MOST_WORK));
    }
  }

  private static Computation.Subject subject(long templateId) {
    return new Computation.Subject(Computation.Kind.DETECTION_LIMITS, templateId);
  }

  private static RefusedException notNow(String fact) {
    return new RefusedException(RefusedException.Reason.NOT_NOW, List.of("path", "id"), fact);
  }
}
