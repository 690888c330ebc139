package leakdetection.presentation.backtest;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Figures with their intervals as people read them. */
final class Figures {

  private static final String NONE = "–";

  private Figures() {}

  /** Returns a number with three significant digits. */
  static String number(double value, Locale locale) {
    if (value == 0) {
      return "0";
    }
    int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
    String text = String.format(locale, "%,." + Math.min(digits, 6) + "f", value);
    return digits == 0 ? text : text.replaceFirst("[.,]?0+$", "");
  }

  /** Returns "12 (8 – 16)"; a dash without a value. */
  static String estimate(JsonObject estimate, Locale locale) {
    return text(estimate, value -> number(value, locale), "");
  }

  /** Returns "66 % (60 – 72 %)". */
  static String share(JsonObject estimate, Locale locale) {
    return text(estimate, value -> String.format(locale, "%.0f", 100 * value), " %");
  }

  private static String text(JsonObject estimate, DoubleFunction<String> shown, String unit) {
    if (estimate == null || missing(estimate, "value")) {
      return NONE;
    }
    String text = shown.apply(value(estimate, "value")) + unit;
    if (missing(estimate, "lower") && missing(estimate, "upper")) {
      return text;
    }
    String lower = missing(estimate, "lower") ? "…" : shown.apply(value(estimate, "lower"));
    String upper = missing(estimate, "upper") ? "…" : shown.apply(value(estimate, "upper"));
    return text + " (" + lower + " – " + upper + unit + ")";
  }

  private static boolean missing(JsonObject estimate, String name) {
    return !estimate.containsKey(name) || estimate.get(name) == JsonValue.NULL;
  }

  private static double value(JsonObject estimate, String name) {
    return estimate.getJsonNumber(name).doubleValue();
  }
}
