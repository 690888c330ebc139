package leakdetection.infrastructure.estimation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import leakdetection.application.estimation.LocalisationFiles;
import leakdetection.application.estimation.TemplateFiles;
import leakdetection.application.estimation.TemplateWindow;
import leakdetection.application.estimation.TrialAnswer;
import leakdetection.application.estimation.TrialSet;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.estimation.SensorReadings;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Wave;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.tsd.Quality;
import leakdetection.infrastructure.ingest.CsvReadingParser;

/** Localisation on files: trials and answers as JSON, a template's own data as CSV. Thread-safe. */
public final class LocalisationDataFiles implements LocalisationFiles {

  private interface Reading<T> {
    T read(Reader reader) throws IOException;
  }

  @Override
  public TrialSet trials(Path file) throws IOException {
    return TrialJson.read(file);
  }

  @Override
  public void answers(Path file, List<TrialAnswer> answers) throws IOException {
    write(file, AnswerJson.WRITER.asString(answers.stream().map(AnswerJson::of).toList()));
  }

  @Override
  public void estimation(Path file, Estimation estimation) throws IOException {
    write(file, AnswerJson.WRITER.asString(AnswerJson.of(estimation)));
  }

  /** The file appears whole or not at all. */
  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.writeString(file, text + "\n");
      return;
    }
    Path part = Files.createTempFile(folder, ".answers", ".part");
    try {
      Files.writeString(part, text + "\n");
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public TemplateWindow window(TemplateFiles files) throws IOException {
    Map<String, Position> positions = read(files.sensors(), EnvironmentCsv::sensors);
    Map<String, TreeMap<Instant, Double>> readings = new TreeMap<>();
    for (String sensor : positions.keySet()) {
      readings.put(sensor, read(files.readings().resolve(sensor + ".csv"), this::readings));
    }
    Instant until = files.until().orElseGet(() -> lastOf(readings));
    Instant from = until.minus(files.step().multipliedBy(files.count() - 1L));
    List<SensorReadings> sensors = new ArrayList<>();
    positions.forEach(
        (name, position) ->
            sensors.add(
                new SensorReadings(name, position, sampled(readings.get(name), from, files))));
    List<String> notes = new ArrayList<>();
    Currents measured = read(files.currents(), csv -> EnvironmentCsv.currents(csv, files.step()));
    if (measured.start().isEmpty()) {
      notes.add("The currents carry no times: they begin with the window and repeat.");
    }
    // Reading i lies between the currents i and i + 1.
    Currents currents = measured.window(from.minus(files.step()), files.count() + 1, files.step());
    List<Leak> leaks = read(files.leaks(), EnvironmentCsv::leaks);
    Optional<Waves> waves = waves(files, from);
    SensorResponse response = SensorResponse.STANDARD;
    EstimationTask task =
        new EstimationTask(files.site(), leaks, sensors, currents, waves, files.step(), response);
    return new TemplateWindow(task, from, until, notes);
  }

  private static Optional<Waves> waves(TemplateFiles files, Instant from) throws IOException {
    if (files.waves().isEmpty()) {
      return Optional.empty();
    }
    Waves measured =
        read(files.waves().get(), csv -> EnvironmentCsv.waves(csv, Duration.ofHours(1)));
    List<Wave> states =
        IntStream.rangeClosed(-1, files.count() - 1)
            .mapToObj(i -> measured.at(from.plus(files.step().multipliedBy(i)), from))
            .toList();
    return Optional.of(new Waves(states, from.minus(files.step()), files.step()));
  }

  private TreeMap<Instant, Double> readings(Reader csv) throws IOException {
    TreeMap<Instant, Double> readings = new TreeMap<>();
    new CsvReadingParser()
        .read(
            csv,
            line -> {
              double ppmv = line.reading().ppmv();
              if (Quality.of(ppmv).isJudged()) {
                readings.put(line.reading().time(), ppmv);
              }
            },
            malformed -> {});
    return readings;
  }

  private static Instant lastOf(Map<String, TreeMap<Instant, Double>> readings) {
    return readings.values().stream()
        .filter(series -> !series.isEmpty())
        .map(TreeMap::lastKey)
        .max(Instant::compareTo)
        .orElseThrow(() -> new IllegalArgumentException("No sensor has any usable reading."));
  }

  /** Returns the reading nearest to each time, NaN when none lies within half a step. */
  private static double[] sampled(
      TreeMap<Instant, Double> readings, Instant from, TemplateFiles files) {
    double[] ppmv = new double[files.count()];
    Duration half = files.step().dividedBy(2);
    for (int i = 0; i < ppmv.length; i++) {
      Instant time = from.plus(files.step().multipliedBy(i));
      Map.Entry<Instant, Double> last = readings.floorEntry(time.plus(half));
      boolean near = last != null && last.getKey().isAfter(time.minus(half).minusMillis(1));
      ppmv[i] = near ? last.getValue() : Double.NaN;
    }
    return ppmv;
  }

  private static <T> T read(Path file, Reading<T> reading) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return reading.read(reader);
    } catch (java.nio.file.FileSystemException missing) {
      throw missing;
    } catch (IOException broken) {
      throw new IOException("%s: %s".formatted(file, broken.getMessage()), broken);
    }
  }
}
