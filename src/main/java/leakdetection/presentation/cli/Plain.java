package leakdetection.presentation.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a person writes them: six digits, no trailing zeros. */
final class Plain {

  private Plain() {}

  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(6, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent >= -5 && exponent < 12 ? rounded.toPlainString() : rounded.toString();
  }

  /** Returns the value with this many digits after the point, rounded as C and Python do. */
  static String fixed(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    // Java's own formatter rounds the shortest decimal text half up: 0.25 would become 0.3.
    String text = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    boolean lostItsSign = value < 0 && !text.startsWith("-");
    return lostItsSign ? "-" + text : text;
  }
}
