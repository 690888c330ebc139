package leakdetection.infrastructure.estimation;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import leakdetection.application.estimation.Trial;
import leakdetection.application.estimation.TrialSet;
import leakdetection.domain.sensors.Position;

/**
 * Reads localisation trials: JSON, gzipped when the name ends in {@code .gz}.
 *
 * <p>{@code {"header": {"step_min", "tau_min", "history": [ppmv]}, "trials": [{"trial",
 * "template_angle_deg", "sensors": [[x, y, z]], "points": [[x, y, z]], "measured_currents": [[east,
 * north]], "readings": [[ppmv]]}]}}; null is a missing value.
 */
final class TrialJson {

  private TrialJson() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, is no JSON or lacks a member; the message names it
   */
  static TrialSet read(Path path) throws IOException {
    try (InputStream in = open(path)) {
      Map<String, Object> root = JSON.std.mapFrom(in);
      Map<String, Object> header = object(root, "header");
      Duration step = minutes(header, "step_min");
      Duration timeConstant = minutes(header, "tau_min");
      List<Trial> trials =
          list(root, "trials").stream().map(t -> trial(asObject(t), step, timeConstant)).toList();
      double[] history =
          header.get("history") instanceof List<?> values ? numbers(values) : new double[0];
      return new TrialSet(trials, history);
    } catch (RuntimeException malformed) {
      throw new IOException("%s: %s".formatted(path, malformed.getMessage()), malformed);
    }
  }

  private static InputStream open(Path path) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path));
    return path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static Trial trial(Map<String, Object> trial, Duration step, Duration timeConstant) {
    List<?> currents = list(trial, "measured_currents");
    double[] east = currents.stream().mapToDouble(c -> numbers((List<?>) c)[0]).toArray();
    double[] north = currents.stream().mapToDouble(c -> numbers((List<?>) c)[1]).toArray();
    return new Trial(
        (int) number(trial, "trial"),
        number(trial, "template_angle_deg"),
        positions(trial, "sensors"),
        positions(trial, "points"),
        east,
        north,
        list(trial, "readings").stream()
            .map(values -> numbers((List<?>) values))
            .toArray(double[][]::new),
        step,
        timeConstant);
  }

  private static List<Position> positions(Map<String, Object> trial, String member) {
    return list(trial, member).stream()
        .map(value -> numbers((List<?>) value))
        .map(xyz -> new Position(xyz[0], xyz[1], xyz[2]))
        .toList();
  }

  private static Duration minutes(Map<String, Object> object, String member) {
    return Duration.ofMillis(Math.round(number(object, member) * 60_000));
  }

  private static double number(Map<String, Object> object, String member) {
    if (object.get(member) instanceof Number value) {
      return value.doubleValue();
    }
    throw new IllegalArgumentException("The number \"%s\" is missing.".formatted(member));
  }

  private static double[] numbers(List<?> values) {
    return values.stream()
        .mapToDouble(value -> value instanceof Number n ? n.doubleValue() : Double.NaN)
        .toArray();
  }

  private static List<?> list(Map<String, Object> object, String member) {
    if (object.get(member) instanceof List<?> values) {
      return values;
    }
    throw new IllegalArgumentException("The list \"%s\" is missing.".formatted(member));
  }

  private static Map<String, Object> object(Map<String, Object> parent, String member) {
    return asObject(parent.get(member));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asObject(Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("An object was expected, not: %s".formatted(value));
  }
}
