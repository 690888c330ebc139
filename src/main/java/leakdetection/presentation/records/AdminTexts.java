package leakdetection.presentation.records;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What administrators read, in one language: the bundle {@code texts.properties} beside this class,
 * apart from the operators' texts so that their pages stay light. Immutable.
 */
public record AdminTexts(ResourceBundle bundle) {

  /** Returns the texts of a language. */
  public static AdminTexts of(Locale locale) {
    return new AdminTexts(
        ResourceBundle.getBundle(
            "leakdetection.presentation.records.texts",
            locale,
            AdminTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /**
   * Returns a text.
   *
   * @param values what takes the place of {0}, {1} and so on
   */
  public String get(String name, Object... values) {
    String text = bundle.getString(name);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** Returns a text, if there is one of this name. */
  public Optional<String> find(String name) {
    return bundle.containsKey(name) ? Optional.of(bundle.getString(name)) : Optional.empty();
  }

  /** Returns a number as people write it. */
  public String number(double number) {
    NumberFormat format = NumberFormat.getInstance(bundle.getLocale());
    format.setMaximumFractionDigits(6);
    return format.format(number);
  }

  /** Returns what a column is called. */
  public String column(String name) {
    return find("column." + name).orElse(name);
  }

  /** Returns a value of a choice as people say it. */
  public String choice(String value) {
    return find("choice." + value).orElseGet(() -> capitalised(value.replace('_', ' ')));
  }

  /** Returns a kind of records as people say it. */
  public String kind(String name) {
    return get("kind." + name);
  }

  private static String capitalised(String label) {
    return label.isEmpty()
        ? label
        : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
