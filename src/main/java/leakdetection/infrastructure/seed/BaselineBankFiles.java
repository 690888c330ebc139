package leakdetection.infrastructure.seed;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineSeries;

/** Fills the baseline bank from {@code seed/baselines} at a start that finds it empty. */
@ApplicationScoped
public class BaselineBankFiles {

  private static final Logger LOG = Logger.getLogger(BaselineBankFiles.class.getName());

  @Inject ProductSettings settings;
  @Inject BaselineRepository baselines;
  @Inject Writer writer;
  @Inject Clock clock;

  void onStart(@Observes @Priority(200) Startup start) throws IOException {
    if (baselines.bank().isEmpty()) {
      List<Baseline> bank = new ArrayList<>();
      for (String part : List.of("initial", "selection")) {
        bank.addAll(read(settings.folders().seed().resolve("baselines").resolve(part)));
      }
      writer.write(() -> bank.stream().map(baselines::keep).toList());
    }
  }

  private List<Baseline> read(Path folder) throws IOException {
    Path index = folder.resolve("mps.json");
    if (!Files.isRegularFile(index)) {
      LOG.log(Level.SEVERE, "The index {0} of the baseline bank is missing.", index);
      return List.of();
    }
    List<Baseline> bank = new ArrayList<>();
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(index))) {
      for (JsonObject entry : reader.readArray().getValuesAs(JsonObject.class)) {
        bank.add(read(folder, entry));
      }
    } catch (JsonException | ClassCastException | NullPointerException failure) {
      throw new IOException("The index %s is broken: %s".formatted(index, failure), failure);
    }
    return bank;
  }

  private Baseline read(Path folder, JsonObject entry) throws IOException {
    Path file = folder.resolve(entry.getString("file"));
    double[] ppmv =
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank())
            .mapToDouble(Double::parseDouble)
            .toArray();
    BaselineSeries series = new BaselineSeries(ppmv, Duration.parse(entry.getString("interval")));
    return new Baseline(
        entry.getString("name"), series, true, entry.getString("provenance"), clock.instant());
  }
}
