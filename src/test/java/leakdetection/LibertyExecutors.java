package leakdetection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many tasks the server's executors run at once, as {@code liberty/executors.xml} has it. */
public final class LibertyExecutors {

  private LibertyExecutors() {}

  /**
   * @param name such as {@code streams}
   */
  public static int most(String name) throws IOException {
    return number("id=\"%s\"[^>]*>\\s*<concurrencyPolicy max=\"(\\d+)\"".formatted(name));
  }

  /** Returns how many tasks all executors together run at once. */
  public static int all() throws IOException {
    return Pattern.compile("<concurrencyPolicy max=\"(\\d+)\"")
        .matcher(Files.readString(Path.of("liberty/executors.xml")))
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }

  /** Returns how many threads the executors and the requests share at least. */
  public static int threads() throws IOException {
    return number("<executor coreThreads=\"(\\d+)\"");
  }

  private static int number(String pattern) throws IOException {
    Matcher found =
        Pattern.compile(pattern).matcher(Files.readString(Path.of("liberty/executors.xml")));
    if (!found.find()) {
      throw new IllegalStateException("There is no " + pattern + " in liberty/executors.xml");
    }
    return Integer.parseInt(found.group(1));
  }
}
