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
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import leakdetection.application.Writer;
import leakdetection.application.detection.BaselineShelf;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.infrastructure.settings.StartRefusal;

/**
 * Fills the baseline bank from {@code seed/baselines} at a start that finds it empty. Without a
 * bank no sensor can be judged, so what cannot be read stops the start.
 */
@ApplicationScoped
public class BaselineBankFiles {

  @Inject ProductSettings settings;
  @Inject BaselineRepository baselines;
  @Inject Writer writer;
  @Inject Clock clock;

  void onStart(@Observes @Priority(200) Startup start) {
    if (!baselines.bank().isEmpty()) {
      return;
    }
    Path folder = settings.folders().seed().resolve("baselines");
    try {
      List<Baseline> bank = bank(folder);
      writer.write(() -> bank.stream().map(baselines::keep).toList());
    } catch (IOException unusable) {
      StartRefusal.end(
          "The baselines in %s, which the first start needs, cannot be used: %s"
              .formatted(folder, unusable.getMessage().replaceAll("\\R", " ")));
    }
  }

  /**
   * Reads the bank's baselines.
   *
   * @param folder holds {@code initial} and {@code selection}
   * @throws IOException if a file is missing or broken, or none of the baselines is the one that a
   *     new sensor starts with; the message says which
   */
  List<Baseline> bank(Path folder) throws IOException {
    List<Baseline> bank = new ArrayList<>();
    for (String part : List.of("initial", "selection")) {
      bank.addAll(read(folder.resolve(part)));
    }
    if (bank.stream().noneMatch(baseline -> baseline.name().equals(BaselineShelf.FIRST))) {
      throw new IOException(
          "None of the %d baselines is called %s.".formatted(bank.size(), BaselineShelf.FIRST));
    }
    return bank;
  }

  private List<Baseline> read(Path folder) throws IOException {
    Path index = folder.resolve("mps.json");
    if (!Files.isRegularFile(index)) {
      throw new IOException("The index %s is missing.".formatted(index));
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
    return new Baseline(
        entry.getString("name"),
        series(folder.resolve(entry.getString("file")), entry.getString("interval")),
        true,
        entry.getString("provenance"),
        clock.instant());
  }

  /**
   * Reads a baseline.
   *
   * @param file a value in ppmv on each line
   * @param interval time between two of them, ISO-8601
   * @throws IOException if something is missing or broken; the message says what
   */
  static BaselineSeries series(Path file, String interval) throws IOException {
    try {
      double[] ppmv =
          Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .mapToDouble(Double::parseDouble)
              .toArray();
      return new BaselineSeries(ppmv, Duration.parse(interval));
    } catch (NoSuchFileException missing) {
      throw new IOException("The baseline %s is missing.".formatted(file), missing);
    } catch (IllegalArgumentException | DateTimeException | CharacterCodingException failure) {
      throw new IOException(
          "The baseline %s, interval %s, is broken: %s".formatted(file, interval, failure),
          failure);
    }
  }
}
