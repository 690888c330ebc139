package leakdetection.infrastructure.ingest;

/** How what somebody sent is shown to them again. */
final class Shown {

  private static final int LENGTH = 40;

  private Shown() {}

  /** Returns the text in quotation marks, cut to 40 characters, without control characters. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(LENGTH)
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.append(text.length() > LENGTH ? "...\"" : "\"").toString();
  }
}
