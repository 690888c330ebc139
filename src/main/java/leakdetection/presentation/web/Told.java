package leakdetection.presentation.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says the product's sentences in another language, by rules: refusals, messages to the operators,
 * reasons. What no rule knows stays as it is. {@code layout/texts.js} reads the same rules, so
 * their patterns are written for both. Immutable.
 */
public final class Told {

  private static final Pattern NAME = Pattern.compile("«([^»]*)»");
  private static final Pattern NEXT_WORD = Pattern.compile(" (\\w)");

  private record Rule(Pattern pattern, String instead) {

    static Rule of(String line) {
      String[] sides = line.split(" => ", 2);
      return new Rule(Pattern.compile(sides[0]), sides[1]);
    }
  }

  /** Longer ones are typed or stored text, which the rules would need very long for. */
  private static final int LONGEST_SENTENCE = 1_000;

  private final List<Rule> rules;

  private Told(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * Reads rules.
   *
   * @param lines a rule each: a pattern, {@code =>} between blanks and what takes its place
   */
  public static Told by(String lines) {
    return new Told(lines.lines().filter(line -> line.contains(" => ")).map(Rule::of).toList());
  }

  /**
   * Says a sentence; one of more than 1,000 characters stays as it is.
   *
   * @param called returns what the page calls a member such as {@code angleFromNorth}, which the
   *     rules put into «»; null if it has no name for it
   */
  public String say(String sentence, UnaryOperator<String> called) {
    if (sentence.length() > LONGEST_SENTENCE) {
      return sentence;
    }
    String told = sentence;
    for (Rule rule : rules) {
      told = rule.pattern().matcher(told).replaceAll(rule.instead());
    }
    return NAME.matcher(told)
        .replaceAll(
            name ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(called.apply(member(name.group(1))))
                        .map(label -> "«" + label + "»")
                        .orElse(name.group())));
  }

  /** A refusal calls its member {@code angleFromNorth} or says it in words. */
  private static String member(String name) {
    return NEXT_WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }
}
