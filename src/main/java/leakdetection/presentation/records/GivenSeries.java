package leakdetection.presentation.records;

import java.util.Arrays;
import leakdetection.domain.RefusedException;

/** A series of numbers that somebody pasted: separated by commas, semicolons, blanks or lines. */
public final class GivenSeries {

  private GivenSeries() {}

  /**
   * Returns the numbers; NaN where the text says so.
   *
   * @throws RefusedException naming the first that is none
   */
  public static double[] read(String member, String text) {
    if (text.isBlank()) {
      return new double[0];
    }
    String[] words = text.strip().split("[\\s,;]+");
    return Arrays.stream(words)
        .filter(word -> !word.isEmpty())
        .mapToDouble(word -> number(member, word))
        .toArray();
  }

  private static double number(String member, String word) {
    try {
      return word.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(word);
    } catch (NumberFormatException none) {
      String shown = word.substring(0, Math.min(40, word.length()));
      throw RefusedException.invalid(
          member, "\"%s\" is no number. Give numbers with a point.".formatted(shown));
    }
  }
}
