package leakdetection.infrastructure.ingest;

import java.util.Locale;
import java.util.OptionalDouble;

/** Reads a concentration as the plants' exports write it. */
public final class PpmvText {

  /** What a message says is allowed. */
  public static final String ALLOWED =
      "a decimal number in ppmv with a point, such as 35.7 or 1e14; nan, inf, -inf or nothing for a"
          + " value that is missing";

  private PpmvText() {}

  /**
   * Returns the number that the text names, NaN for an empty text; empty when it names none.
   * Hexadecimal numbers and Java's type suffixes are refused.
   */
  public static OptionalDouble parse(String text) {
    if (text.isEmpty()) {
      return OptionalDouble.of(Double.NaN);
    }
    for (int i = 0; i < text.length(); i++) {
      if (!numeric(text.charAt(i))) {
        return word(text);
      }
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  private static boolean numeric(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }

  private static OptionalDouble word(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }
}
