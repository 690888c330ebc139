package leakdetection;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Numbers that the original program computed, to match. */
public final class GoldenData {

  private GoldenData() {}

  /** Returns the rows of a golden CSV without its header. */
  public static List<double[]> rows(String file) throws IOException {
    return Files.readAllLines(SharedData.path("science/golden/" + file)).stream()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  /** Returns the objects of a golden JSON list. */
  public static List<Map<String, Object>> objects(String file) throws IOException {
    return JSON.std.listFrom(Files.readString(SharedData.path("science/golden/" + file))).stream()
        .map(GoldenData::object)
        .toList();
  }

  /** Returns a nested object. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  /** Returns a list of numbers. */
  public static double[] numbers(Object list) {
    return ((List<?>) list).stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
  }

  /** Returns one number. */
  public static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
