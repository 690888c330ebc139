package leakdetection.domain.fields;

import java.util.Map;
import java.util.Optional;

/**
 * What the name of a sensor says about where it hangs.
 *
 * <p>After the field's prefix the first digit names the template on Snorre (2 M, 3 N, 4 V, 5 W, 6
 * X, 7 Z) and the second the sensor; on Trestakk a second digit below 5 means template A, else
 * template B and sensor = digit - 4.
 *
 * @param field the field of the prefix
 * @param template the letter of the template
 * @param sensor the number of the sensor on its template, from 1
 */
public record PlantTag(Field field, String template, int sensor) {

  private static final Map<Character, String> SNORRE_TEMPLATES =
      Map.of('2', "M", '3', "N", '4', "V", '5', "W", '6', "X", '7', "Z");

  /** Reads a plant tag; empty when it is of another form. */
  public static Optional<PlantTag> read(String name) {
    return Field.ofTag(name)
        .flatMap(
            field -> {
              String rest = name.substring(field.tag().length());
              if (rest.length() < 2 || !isDigit(rest.charAt(0)) || !isDigit(rest.charAt(1))) {
                return Optional.empty();
              }
              return of(field, rest.charAt(0), rest.charAt(1) - '0');
            });
  }

  private static Optional<PlantTag> of(Field field, char first, int second) {
    if (field == Field.TRESTAKK) {
      return Optional.of(
          second < 5 ? new PlantTag(field, "A", second) : new PlantTag(field, "B", second - 4));
    }
    return Optional.ofNullable(SNORRE_TEMPLATES.get(first))
        .map(template -> new PlantTag(field, template, second));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
