package leakdetection.presentation.web;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * Everything that people read on the pages, in one language; the bundle {@code texts.properties}.
 * Immutable.
 */
public final class Texts {

  /** What is shown to whoever asks for a language that is not there. */
  public static final Texts ENGLISH = new Texts("en", Locale.ENGLISH);

  private static final Texts NORWEGIAN = new Texts("nb", Locale.forLanguageTag("nb"));

  private final String language;
  private final Locale locale;
  private final Map<String, String> all = new TreeMap<>();
  private final String json;
  private final Told told;

  private Texts(String language, Locale locale) {
    this.language = language;
    this.locale = locale;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "leakdetection.presentation.web.texts",
            locale,
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
    json = json(all);
    told = Told.by(get("told"));
  }

  /** Finds the texts of a language by its tag; {@code no} and {@code nn} are read as nb. */
  public static Optional<Texts> named(String language) {
    if (language.equals("en")) {
      return Optional.of(ENGLISH);
    }
    return List.of("nb", "no", "nn").contains(language) ? Optional.of(NORWEGIAN) : Optional.empty();
  }

  /**
   * Returns a text.
   *
   * @param values what takes the place of {0}, {1} and so on
   * @throws IllegalArgumentException if there is none of this name
   */
  public String get(String name, Object... values) {
    String text = all.get(name);
    if (text == null) {
      throw new IllegalArgumentException("There is no text %s.".formatted(name));
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** Returns a sentence of the product in this language, as far as there are words for it. */
  public String told(String sentence) {
    return told.say(sentence, this::called);
  }

  /** A field as its form calls it, without the unit and the remark. */
  private String called(String member) {
    String label = all.get("form." + member);
    return label == null ? null : label.split("[,:]")[0];
  }

  /** Returns the tag of the language: en or nb. */
  public String language() {
    return language;
  }

  /** Returns the language as a locale. */
  public Locale locale() {
    return locale;
  }

  /** Returns all as a JSON object that cannot end the element it stands in. */
  public String json() {
    return json;
  }

  private static String json(Map<String, String> texts) {
    try {
      return JSON.std.asString(texts).replace("<", "\\u003c");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
