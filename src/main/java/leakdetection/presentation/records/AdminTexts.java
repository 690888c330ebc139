package leakdetection.presentation.records;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.presentation.web.Texts;
import leakdetection.presentation.web.Told;

/**
 * What administrators read, in one language: the bundle {@code texts.properties} beside this class,
 * apart from the operators' texts so that their pages stay light. Immutable.
 */
public final class AdminTexts {

  private static final Map<Locale, AdminTexts> READ = new ConcurrentHashMap<>();

  private final ResourceBundle bundle;
  private final Told told;

  private AdminTexts(Locale locale) {
    bundle =
        ResourceBundle.getBundle(
            "leakdetection.presentation.records.texts",
            locale,
            AdminTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Texts operators = Texts.named(locale.getLanguage()).orElse(Texts.ENGLISH);
    told = Told.by(bundle.getString("told") + "\n" + operators.get("told"));
  }

  /** Returns the texts of a language; one without texts of its own gets the English ones. */
  public static AdminTexts of(Locale locale) {
    Texts known = Texts.named(locale.getLanguage()).orElse(Texts.ENGLISH);
    return READ.computeIfAbsent(known.locale(), AdminTexts::new);
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

  /** Returns a sentence of the product in this language, as far as there are words for it. */
  public String told(String sentence) {
    return told.say(sentence, member -> find("column." + member).orElse(null));
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
