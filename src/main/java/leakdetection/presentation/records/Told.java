package leakdetection.presentation.records;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the API's refusals say, in the reader's language: the text {@code told} holds a rule a line,
 * a pattern and what takes its place. What no rule knows stays as the API says it.
 */
final class Told {

  private static final Pattern NAME = Pattern.compile("«([^»]*)»");

  private record Rule(Pattern pattern, String instead) {

    static Rule of(String line) {
      String[] sides = line.split(" => ", 2);
      return new Rule(Pattern.compile(sides[0]), sides[1]);
    }
  }

  private Told() {}

  static String in(AdminTexts texts, String sentence) {
    List<Rule> rules =
        texts.get("told").lines().filter(line -> line.contains(" => ")).map(Rule::of).toList();
    String told = sentence;
    for (Rule rule : rules) {
      told = rule.pattern().matcher(told).replaceAll(rule.instead());
    }
    return NAME.matcher(told)
        .replaceAll(name -> Matcher.quoteReplacement(label(texts, name.group())));
  }

  /** A column as the page calls it, be it named like {@code angleFromNorth} or in words. */
  private static String label(AdminTexts texts, String quoted) {
    String name = quoted.substring(1, quoted.length() - 1);
    String member =
        Pattern.compile(" (\\w)").matcher(name).replaceAll(word -> word.group(1).toUpperCase());
    Optional<String> label = texts.find("column." + member);
    return label.map(known -> "«" + known + "»").orElse(quoted);
  }
}
