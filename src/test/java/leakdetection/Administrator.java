package leakdetection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The administrator of the shared server, whom the first test that needs one makes, in the way that
 * people do: with the link that the server printed.
 */
public final class Administrator {

  public static final String NAME = "admin";
  public static final String PASSWORD = "correct horse battery";

  private static final Pattern LINK = Pattern.compile("set-up\\.xhtml\\?key=([\\w-]+)");
  private static boolean there;

  private Administrator() {}

  /** Returns the header Authorization of the administrator. */
  public static synchronized String authorization() {
    if (!there) {
      setUp();
      there = true;
    }
    return basic(NAME, PASSWORD);
  }

  /** Returns the header Authorization of a name with its password. */
  public static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the key of the set-up link that the server printed at its start. */
  public static String key() throws IOException {
    Path log =
        Path.of(System.getProperty("it.database")).resolveSibling("logs/leak-detection.0.log");
    Matcher link = LINK.matcher(Files.readString(log));
    if (!link.find()) {
      throw new IllegalStateException("No set-up link in " + log);
    }
    return link.group(1);
  }

  private static void setUp() {
    try {
      String body =
          "{\"key\": \"%s\", \"name\": \"%s\", \"password\": \"%s\"}"
              .formatted(key(), NAME, PASSWORD);
      HttpResponse<String> answer =
          RunningServer.client()
              .send(
                  HttpRequest.newBuilder(RunningServer.uri("/api/set-up"))
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
