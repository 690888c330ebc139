package leakdetection.infrastructure.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import leakdetection.application.estimation.EstimationDesk;
import leakdetection.application.estimation.TemplateSurroundings;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Wave;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.templates.Template;

/**
 * Reads a template's currents, waves and candidate leaks from the files that it names, in the
 * folder of the demo; without a name, from {@code seed/environment}.
 */
@ApplicationScoped
public class TemplateDataFiles implements TemplateSurroundings {

  private static final Duration STEP = EstimationDesk.STEP;

  @Inject ProductSettings settings;

  private interface Reading<T> {
    T read(Reader reader) throws IOException;
  }

  @Override
  public Surroundings of(Template template, Instant from, int count) throws IOException {
    List<String> notes = new ArrayList<>();
    Currents measured =
        read(
            file(template.environment().currents(), "currents", notes),
            csv -> EnvironmentCsv.currents(csv, STEP));
    if (measured.start().isEmpty()) {
      notes.add("The currents carry no times: they begin with the window and repeat.");
    }
    // Reading i lies between the currents i and i + 1.
    Currents currents = measured.window(from.minus(STEP), count + 1, STEP);
    Waves waves =
        read(
            file(template.environment().waves(), "waves", notes),
            csv -> EnvironmentCsv.waves(csv, Duration.ofHours(1)));
    List<Leak> leaks =
        read(file(template.environment().simulatedLeaks(), "leaks", notes), EnvironmentCsv::leaks);
    return new Surroundings(currents, Optional.of(aligned(waves, from, count)), leaks, notes);
  }

  private static Waves aligned(Waves measured, Instant from, int count) {
    List<Wave> states =
        IntStream.rangeClosed(-1, count - 1)
            .mapToObj(i -> measured.at(from.plus(STEP.multipliedBy(i)), from))
            .toList();
    return new Waves(states, from.minus(STEP), STEP);
  }

  private Path file(String name, String kind, List<String> notes) throws IOException {
    if (name == null) {
      notes.add("The template has no %s of its own; the defaults were taken.".formatted(kind));
      return settings.folders().seed().resolve("environment").resolve(kind + ".csv");
    }
    Path folder = settings.folders().mock();
    Path file = folder.resolve(name).normalize();
    // The name is free text: it must not lead out of the folder.
    if (!file.startsWith(folder)) {
      throw new IOException("The file %s lies outside the data folder.".formatted(name));
    }
    return file;
  }

  private static <T> T read(Path file, Reading<T> reading) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return reading.read(reader);
    } catch (FileSystemException missing) {
      throw new IOException("The file %s cannot be read.".formatted(file.getFileName()), missing);
    } catch (IOException broken) {
      throw new IOException("%s: %s".formatted(file.getFileName(), broken.getMessage()), broken);
    }
  }
}
