package leakdetection.application.demo;

/** Numbers as the files spell them: a fixed number of decimals and a point, in every country. */
final class Decimals {

  private Decimals() {}

  /** Returns the nearest number with so many decimals. */
  static double rounded(double value, int decimals) {
    return Math.round(value * power(decimals)) / power(decimals);
  }

  /** Returns the text of a number with so many decimals; {@code nan}, {@code inf}, {@code -inf}. */
  static String text(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    long scaled = Math.round(Math.abs(value) * power(decimals));
    String digits = Long.toString(scaled);
    String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
    int point = padded.length() - decimals;
    String sign = value < 0 && scaled > 0 ? "-" : "";
    return decimals == 0
        ? sign + padded
        : sign + padded.substring(0, point) + "." + padded.substring(point);
  }

  private static double power(int decimals) {
    double power = 1;
    for (int i = 0; i < decimals; i++) {
      power *= 10;
    }
    return power;
  }
}
