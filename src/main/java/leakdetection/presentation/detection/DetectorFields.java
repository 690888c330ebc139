package leakdetection.presentation.detection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import leakdetection.presentation.records.AdminTexts;
import leakdetection.presentation.records.RecordFormView.Field;
import leakdetection.presentation.records.RecordListView.Option;
import leakdetection.presentation.web.JsonMembers;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.Parameter;

/** The form of a detector's settings, drawn from its descriptor. */
public final class DetectorFields {

  private DetectorFields() {}

  /**
   * Returns a field for each parameter.
   *
   * @param prefix of the fields' names
   * @param value returns what a field holds, by parameter name; empty for the default
   */
  public static List<Field> of(
      DetectorDescriptor detector, String prefix, UnaryOperator<String> value, AdminTexts texts) {
    DetectorTexts said = new DetectorTexts(detector, texts);
    return detector.parameters().stream()
        .map(parameter -> field(parameter, prefix, value.apply(parameter.name()), said))
        .toList();
  }

  private static Field field(Parameter parameter, String prefix, String value, DetectorTexts said) {
    boolean choice = parameter.integer() && parameter.min() == 0 && parameter.max() == 1;
    if (choice && parameter.unit().isEmpty()) {
      return onOff(parameter, prefix, value, said);
    }
    String unit = parameter.unit().isEmpty() ? "" : " [" + said.unit(parameter) + "]";
    AdminTexts texts = said.texts();
    String bounds =
        texts.get(
            "bounds",
            texts.number(parameter.min()),
            texts.number(parameter.max()),
            texts.number(parameter.defaultValue()));
    return new Field(
        prefix + parameter.name(),
        said.label(parameter) + unit,
        "number",
        value,
        false,
        said.help(parameter) + " " + bounds,
        "",
        List.of());
  }

  private static Field onOff(Parameter parameter, String prefix, String value, DetectorTexts said) {
    AdminTexts texts = said.texts();
    String standard = plain(parameter.defaultValue());
    String set = value.isEmpty() ? standard : value;
    Map<String, String> labels = Map.of("1", texts.get("yes"), "0", texts.get("no"));
    return new Field(
        prefix + parameter.name(),
        said.label(parameter),
        "choice",
        set,
        false,
        said.help(parameter) + " " + texts.get("bounds.choice", labels.get(standard)),
        "",
        Stream.of("1", "0").map(it -> new Option(it, labels.get(it), it.equals(set))).toList());
  }

  /**
   * Reads the settings that were given; an empty field has its default.
   *
   * @param given returns a field's text, by parameter name
   */
  public static Map<String, Double> read(
      DetectorDescriptor detector, UnaryOperator<String> given, JsonMembers body) {
    Map<String, Double> settings = new LinkedHashMap<>();
    for (Parameter parameter : detector.parameters()) {
      if (!given.apply(parameter.name()).isEmpty()) {
        body.number(parameter.name()).ifPresent(number -> settings.put(parameter.name(), number));
      }
    }
    return settings;
  }

  /** Returns a number without a needless ".0". */
  public static String plain(double number) {
    return Double.toString(number).replaceFirst("\\.0$", "");
  }
}
