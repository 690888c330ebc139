package leakdetection.presentation.web;

/** How what somebody sent is shown to them again. */
final class Text {

  private static final int SHOWN = 40;

  private Text() {}

  /** Returns the text in quotation marks, cut to 40 characters, without control characters. */
  static String shown(String text) {
    if (text == null) {
      return "none";
    }
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(SHOWN)
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "...\"" : "\"").toString();
  }
}
