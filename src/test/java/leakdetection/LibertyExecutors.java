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
    Matcher found =
        Pattern.compile("id=\"%s\"[^>]*>\\s*<concurrencyPolicy max=\"(\\d+)\"".formatted(name))
            .matcher(Files.readString(Path.of("liberty/executors.xml")));
    if (!found.find()) {
      throw new IllegalStateException("There is no executor " + name);
    }
    return Integer.parseInt(found.group(1));
  }
}
