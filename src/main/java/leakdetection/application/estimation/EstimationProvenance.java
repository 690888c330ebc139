package leakdetection.application.estimation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import leakdetection.domain.estimation.BayesEstimator;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.estimation.Estimator;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.Site;
import leakdetection.domain.templates.EnvironmentKind;

/** Says what an estimation was made with, so that it can be made again and doubted. */
final class EstimationProvenance {

  private EstimationProvenance() {}

  /** Returns versions, settings and data by name. */
  static Map<String, String> of(
      EstimationTask task,
      PlumeModel model,
      Estimator estimator,
      Map<EnvironmentKind, String> sources) {
    Site site = task.site();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("estimatorVersion", Integer.toString(estimator.version()));
    facts.put("modelVersion", Integer.toString(model.version()));
    facts.put("baseRate", Double.toString(BayesEstimator.BASE_RATE));
    facts.put("angleFromNorth", site.angleFromNorth() + " degrees");
    facts.put("waterDepth", site.water().depth() + " m");
    facts.put("waterTemperature", site.water().temperature() + " degC");
    facts.put("holeDiameter", site.release().holeDiameter() + " m");
    facts.put("gasToOilRatio", Double.toString(site.release().gasToOil()));
    facts.put("sensorTimeConstant", task.response().timeConstant().toMinutes() + " minutes");
    facts.put("step", task.interval().toMinutes() + " minutes");
    facts.put(
        "readings",
        task.sensors().stream()
            .map(
                sensor ->
                    "%s %d of %d".formatted(sensor.sensor(), sensor.measured(), task.length()))
            .collect(Collectors.joining(", ")));
    facts.put(
        "currentsMissing",
        "%d of %d".formatted(task.currents().missing(), task.currents().length()));
    for (EnvironmentKind kind : EnvironmentKind.values()) {
      facts.put(kind.label(), sources.get(kind));
    }
    return facts;
  }
}
