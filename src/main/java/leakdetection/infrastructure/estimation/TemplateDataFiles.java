package leakdetection.infrastructure.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import leakdetection.application.estimation.EnvironmentInForce;
import leakdetection.application.estimation.EnvironmentInForce.Origin;
import leakdetection.application.estimation.EnvironmentSummary;
import leakdetection.application.estimation.EstimationDesk;
import leakdetection.application.estimation.TemplateSurroundings;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Wave;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.templates.EnvironmentKind;
import leakdetection.domain.templates.EnvironmentPaths;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.UploadedEnvironment;
import leakdetection.domain.templates.UploadedEnvironmentRepository;

/**
 * Takes a template's currents, waves and candidate leaks from what was sent for it, else from the
 * files that it names, in the folder of the demo, else from {@code seed/environment}.
 */
@ApplicationScoped
public class TemplateDataFiles implements TemplateSurroundings {

  private static final Duration STEP = EstimationDesk.STEP;
  private static final Duration WAVE_STEP = Duration.ofHours(1);
  private static final long LONGEST_FILE = 64L << 20;

  @Inject ProductSettings settings;
  @Inject UploadedEnvironmentRepository uploads;

  /** A text, where it comes from and how to call it. */
  private record Source(Origin origin, String name, Instant uploadedAt, String csv) {}

  private interface Reading<T> {
    T read(String csv) throws IOException;
  }

  @Override
  public Surroundings of(Template template, Instant from, int count) throws IOException {
    List<String> notes = new ArrayList<>();
    Source leaksSource = source(template, EnvironmentKind.LEAKS);
    EnvironmentInForce leaks =
        inForce(
            EnvironmentKind.LEAKS,
            leaksSource,
            named(leaksSource, csv -> read(EnvironmentKind.LEAKS, csv)));
    Source currentsSource = source(template, EnvironmentKind.CURRENTS);
    Currents measured = named(currentsSource, TemplateDataFiles::currents);
    note(notes, inForce(EnvironmentKind.CURRENTS, currentsSource, summary(measured)));
    // Reading i lies between the currents i and i + 1.
    Currents currents = measured.window(from.minus(STEP), count + 1, STEP);
    Source wavesSource = source(template, EnvironmentKind.WAVES);
    Waves waves = named(wavesSource, TemplateDataFiles::waves);
    note(notes, inForce(EnvironmentKind.WAVES, wavesSource, summary(waves)));
    note(notes, leaks);
    return new Surroundings(
        currents,
        Optional.of(aligned(waves, from, count)),
        leaks.summary().leaks(),
        notes,
        Map.of(
            EnvironmentKind.CURRENTS,
            described(currentsSource),
            EnvironmentKind.WAVES,
            described(wavesSource),
            EnvironmentKind.LEAKS,
            described(leaksSource)));
  }

  @Override
  public EnvironmentInForce inForce(Template template, EnvironmentKind kind) throws IOException {
    Source source = source(template, kind);
    return inForce(kind, source, named(source, csv -> read(kind, csv)));
  }

  @Override
  public EnvironmentSummary read(EnvironmentKind kind, String csv) throws IOException {
    return switch (kind) {
      case CURRENTS -> summary(currents(csv));
      case WAVES -> summary(waves(csv));
      case LEAKS -> EnvironmentSummary.of(EnvironmentCsv.leaks(new StringReader(csv)));
    };
  }

  private static Currents currents(String csv) throws IOException {
    return EnvironmentCsv.currents(new StringReader(csv), STEP);
  }

  private static Waves waves(String csv) throws IOException {
    return EnvironmentCsv.waves(new StringReader(csv), WAVE_STEP);
  }

  private static EnvironmentSummary summary(Currents currents) {
    return new EnvironmentSummary(
        currents.length(),
        currents.missing(),
        currents.start(),
        Optional.of(currents.interval()),
        List.of());
  }

  private static EnvironmentSummary summary(Waves waves) {
    return new EnvironmentSummary(
        waves.states().size(), 0, waves.start(), Optional.of(waves.interval()), List.of());
  }

  private static void note(List<String> notes, EnvironmentInForce inForce) {
    if (!inForce.note().isEmpty()) {
      notes.add(inForce.note());
    }
  }

  private static EnvironmentInForce inForce(
      EnvironmentKind kind, Source source, EnvironmentSummary summary) {
    return new EnvironmentInForce(
        kind,
        source.origin(),
        Optional.ofNullable(source.name()),
        Optional.ofNullable(source.uploadedAt()),
        source.csv(),
        summary);
  }

  /** Says where a text comes from, and by its sum which one it was. */
  private static String described(Source source) {
    String name = source.name() == null ? "sent at " + source.uploadedAt() : source.name();
    return "%s, %s, SHA-256 %s".formatted(source.origin().label(), name, sum(source.csv()));
  }

  private static String sum(String csv) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(csv.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Waves aligned(Waves measured, Instant from, int count) {
    List<Wave> states =
        IntStream.rangeClosed(-1, count - 1)
            .mapToObj(i -> measured.at(from.plus(STEP.multipliedBy(i)), from))
            .toList();
    return new Waves(states, from.minus(STEP), STEP);
  }

  private Source source(Template template, EnvironmentKind kind) throws IOException {
    Optional<UploadedEnvironment> sent = uploads.find(template.id(), kind);
    if (sent.isPresent()) {
      return new Source(Origin.UPLOAD, null, sent.get().uploadedAt(), sent.get().csv());
    }
    String name = path(template.environment(), kind);
    if (name == null) {
      String usual = kind.label() + ".csv";
      Path file = settings.folders().seed().resolve("environment").resolve(usual);
      return new Source(Origin.DEFAULT, usual, null, text(file));
    }
    Path folder = settings.folders().mock();
    Path file = folder.resolve(name).normalize();
    // The name is free text: it must not lead out of the folder.
    if (!file.startsWith(folder)) {
      throw new IOException("The file %s lies outside the data folder.".formatted(name));
    }
    return new Source(Origin.FILE, name, null, text(file));
  }

  private static String path(EnvironmentPaths paths, EnvironmentKind kind) {
    return switch (kind) {
      case CURRENTS -> paths.currents();
      case WAVES -> paths.waves();
      case LEAKS -> paths.simulatedLeaks();
    };
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("The file %s cannot be read.".formatted(file.getFileName()));
    }
    if (Files.size(file) > LONGEST_FILE) {
      throw new IOException(
          "The file %s is longer than %d bytes.".formatted(file.getFileName(), LONGEST_FILE));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException foreign) {
      throw new IOException("The file %s is no UTF-8.".formatted(file.getFileName()), foreign);
    } catch (IOException broken) {
      throw new IOException("The file %s cannot be read.".formatted(file.getFileName()), broken);
    }
  }

  private static <T> T named(Source source, Reading<T> reading) throws IOException {
    try {
      return reading.read(source.csv());
    } catch (IOException broken) {
      String name = source.name() == null ? "What was sent" : source.name();
      throw new IOException("%s: %s".formatted(name, broken.getMessage()), broken);
    }
  }
}
