package leakdetection.infrastructure.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The change sets that make the tables, as resources of the application. */
final class ChangeLog {

  /** The resource that lists the others. */
  static final String ROOT = "db/changelog.yaml";

  private static final Pattern INCLUDED = Pattern.compile("db/changes/\\S+");

  private ChangeLog() {}

  /**
   * Returns a number that changes with any letter of any change set, and is never zero.
   *
   * @throws UncheckedIOException if a listed resource is missing
   */
  static int fingerprint() {
    CRC32 sum = new CRC32();
    byte[] root = bytes(ROOT);
    sum.update(root);
    Matcher included = INCLUDED.matcher(new String(root, StandardCharsets.UTF_8));
    while (included.find()) {
      sum.update(bytes(included.group()));
    }
    return (int) sum.getValue() | 1;
  }

  private static byte[] bytes(String resource) {
    try (InputStream stream = loader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("The resource %s is missing.".formatted(resource));
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the loader of the application's resources. */
  static ClassLoader loader() {
    return ChangeLog.class.getClassLoader();
  }
}
