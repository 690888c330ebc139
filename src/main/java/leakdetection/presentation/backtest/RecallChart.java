package leakdetection.presentation.backtest;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Recall over the size of the leak as curves with their 95 % intervals: what a drawing of {@value
 * #WIDTH} by {@value #HEIGHT} needs. The sizes stand on a logarithmic axis.
 *
 * @param curves one for each detector
 * @param sizes where the sizes stand
 * @param shares where the shares stand
 */
public record RecallChart(List<Curve> curves, List<Tick> sizes, List<Tick> shares) {

  static final int WIDTH = 720;
  static final int HEIGHT = 380;
  private static final int LEFT = 54;
  private static final int RIGHT = 16;
  private static final int TOP = 12;
  private static final int BOTTOM = 48;

  /** A line through points, with the interval of each. */
  public record Curve(int number, String name, String line, List<Point> points) {}

  /** A point with its interval and what it means, in the drawing's units. */
  public record Point(String x, String y, String upper, String lower, String meaning) {}

  /** A mark on an axis. */
  public record Tick(String at, String label) {}

  /** Returns the chart of a result. */
  static RecallChart of(List<JsonObject> detectors, Locale locale) {
    TreeSet<Double> peaks = new TreeSet<>();
    detectors.forEach(
        detector ->
            detector.getJsonArray("sizes").getValuesAs(JsonObject.class).stream()
                .map(size -> size.getJsonNumber("peakPpmv").doubleValue())
                .forEach(peaks::add));
    if (peaks.isEmpty()) {
      return new RecallChart(List.of(), List.of(), List.of());
    }
    double least = Math.log(peaks.first());
    double range = Math.max(Math.log(peaks.last()) - least, 1e-9);
    List<Curve> curves = new ArrayList<>();
    for (JsonObject detector : detectors) {
      curves.add(curve(curves.size(), detector, least, range, locale));
    }
    List<Tick> sizes =
        peaks.stream()
            .map(peak -> new Tick(x(peak, least, range), Figures.number(peak, locale)))
            .toList();
    List<Tick> shares =
        List.of(0, 25, 50, 75, 100).stream()
            .map(percent -> new Tick(y(percent / 100.0), percent + " %"))
            .toList();
    return new RecallChart(curves, sizes, shares);
  }

  private static Curve curve(
      int number, JsonObject detector, double least, double range, Locale locale) {
    List<Point> points = new ArrayList<>();
    for (JsonObject size : detector.getJsonArray("sizes").getValuesAs(JsonObject.class)) {
      JsonObject recall = size.getJsonObject("recall");
      if (has(recall, "value")) {
        double peak = size.getJsonNumber("peakPpmv").doubleValue();
        points.add(
            new Point(
                x(peak, least, range),
                y(value(recall, "value")),
                y(has(recall, "upper") ? value(recall, "upper") : 1),
                y(has(recall, "lower") ? value(recall, "lower") : 0),
                detector.getString("name")
                    + ", "
                    + Figures.number(peak, locale)
                    + " ppmv: "
                    + Figures.share(recall, locale)));
      }
    }
    String line =
        points.stream().map(point -> point.x + "," + point.y).reduce("", (a, b) -> a + " " + b);
    return new Curve(number, detector.getString("name"), line.strip(), points);
  }

  private static boolean has(JsonObject estimate, String name) {
    return estimate.containsKey(name) && estimate.get(name) != JsonValue.NULL;
  }

  private static double value(JsonObject estimate, String name) {
    return estimate.getJsonNumber(name).doubleValue();
  }

  private static String x(double peak, double least, double range) {
    double share = (Math.log(peak) - least) / range;
    return String.format(Locale.ROOT, "%.1f", LEFT + 24 + share * (WIDTH - LEFT - RIGHT - 48));
  }

  private static String y(double share) {
    return String.format(Locale.ROOT, "%.1f", TOP + (1 - share) * (HEIGHT - TOP - BOTTOM));
  }
}
