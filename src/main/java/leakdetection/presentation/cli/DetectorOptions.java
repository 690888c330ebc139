package leakdetection.presentation.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import leakdetection.application.backtest.Contender;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.UnknownDetectorException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose detectors; the same for every command that runs some. */
final class DetectorOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A setting of the detector; repeat for more. With several detectors write ID:NAME=VALUE."
              + " The command 'detectors' lists names, bounds and defaults.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      description = "Level from which a reading is an alarm. Default: the detector's critical one.")
  private Double threshold;

  @Option(
      names = "--cleaned",
      paramLabel = "ID",
      split = ",",
      description =
          "Detectors that learn from the training part without its anomalies, as the product's"
              + " baselines are cleaned. Default: they learn from all of it.")
  private Set<String> cleaned = Set.of();

  @Mixin private DetectorCatalogueOptions catalogues;

  /** Opens the catalogue of the detectors. */
  DetectorCatalogue open(Executor executor) throws IOException {
    return catalogues.open(executor);
  }

  /** Returns the chosen detectors with their settings. */
  List<Contender> contenders(DetectorCatalogue catalogue, List<String> ids) {
    if (!ids.containsAll(cleaned)) {
      throw new ParameterException(
          command.commandLine(),
          "--cleaned %s must name detectors of --detector: %s."
              .formatted(String.join(",", cleaned), String.join(", ", ids)));
    }
    Map<String, Map<String, Double>> given = settingsByDetector(ids);
    List<Contender> contenders = new ArrayList<>();
    for (String id : ids) {
      try {
        InstalledDetector detector = catalogue.get(id);
        Contender contender = Contender.of(detector, given.getOrDefault(id, Map.of()));
        contender = threshold == null ? contender : contender.alarmingAt(threshold);
        contenders.add(cleaned.contains(id) ? contender.learningCleaned() : contender);
      } catch (UnknownDetectorException | IllegalArgumentException refused) {
        throw new ParameterException(command.commandLine(), refused.getMessage(), refused);
      }
    }
    return contenders;
  }

  private Map<String, Map<String, Double>> settingsByDetector(List<String> ids) {
    Map<String, Map<String, Double>> byDetector = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      int colon = setting.indexOf(':');
      String id = colon >= 0 && colon < equals ? setting.substring(0, colon) : "";
      if (equals < 1 || (id.isEmpty() ? ids.size() != 1 : !ids.contains(id))) {
        throw new ParameterException(
            command.commandLine(),
            "The setting '%s' must be NAME=VALUE, with several detectors ID:NAME=VALUE for one of %s."
                .formatted(setting, String.join(", ", ids)));
      }
      String name = setting.substring(id.isEmpty() ? 0 : colon + 1, equals);
      Map<String, Double> values =
          byDetector.computeIfAbsent(id.isEmpty() ? ids.get(0) : id, any -> new LinkedHashMap<>());
      if (values.put(name, number(name, setting.substring(equals + 1))) != null) {
        throw new ParameterException(
            command.commandLine(), "The setting %s is given twice.".formatted(name));
      }
    }
    return byDetector;
  }

  private double number(String name, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException none) {
      throw new ParameterException(
          command.commandLine(), "The setting %s ('%s') must be a number.".formatted(name, text));
    }
  }
}
