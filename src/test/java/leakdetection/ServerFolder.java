package leakdetection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Lays out the packaged product as a server with a folder of its own. */
final class ServerFolder {

  private ServerFolder() {}

  /** Copies the server's configuration, the application and the database's driver to a folder. */
  static void layOut(Path server) throws IOException {
    copyFolder(Path.of("liberty"), server);
    Files.createDirectories(server.resolve("apps"));
    Files.createDirectories(server.resolve("lib/jdbc"));
    Files.copy(Path.of(System.getProperty("it.war")), server.resolve("apps/leak-detection.war"));
    Files.copy(driver(), server.resolve("lib/jdbc/sqlite-jdbc.jar"));
  }

  private static Path driver() throws IOException {
    try {
      return Path.of(
          org.sqlite.JDBC.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Path target = to.resolve(from.relativize(file).toString());
              if (Files.isDirectory(file)) {
                Files.createDirectories(target);
              } else {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
