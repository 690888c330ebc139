package leakdetection.infrastructure.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.RefusedPlugin;

/**
 * One plug-in jar with its class loader.
 *
 * <p>Works on a private copy: whoever replaces or deletes the jar in the folder does not pull it
 * away from under a running detector.
 */
final class PluginJar implements AutoCloseable {

  private final String name;
  private final String sha256;
  private final Path copy;
  private final URLClassLoader loader;

  /**
   * @param jar the file in the plug-in folder
   * @param content its bytes
   * @param parent what the plug-in may see of the application
   */
  PluginJar(String jar, byte[] content, ClassLoader parent) throws IOException {
    this.name = jar;
    this.sha256 = sha256(content);
    this.copy = Files.createTempFile("leak-detection-plugin-", ".jar");
    Files.write(copy, content);
    copy.toFile().deleteOnExit();
    this.loader = new URLClassLoader(jar, new URL[] {copy.toUri().toURL()}, parent);
  }

  /** Returns the digest of a jar's bytes, 64 hexadecimal digits. */
  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  String name() {
    return name;
  }

  String sha256() {
    return sha256;
  }

  /** Runs the plug-in's code to see what it offers; may throw anything and take for ever. */
  ProviderReading.Offer read() {
    try {
      new JarFile(copy.toFile()).close();
    } catch (IOException broken) {
      return refusal("is not a readable jar (%s)".formatted(broken.getMessage()));
    }
    return new ProviderReading(name, sha256).read(loader, loader);
  }

  /** Returns an offer of nothing, with the reason. */
  ProviderReading.Offer refusal(String fact) {
    return new ProviderReading.Offer(
        List.of(),
        List.of(new RefusedPlugin(name, sha256, "Plug-in %s %s.".formatted(name, fact))));
  }

  /** Tells whether a detector comes from this very jar. */
  boolean offers(InstalledDetector detector) {
    return detector.provider().getClass().getClassLoader() == loader;
  }

  @Override
  public void close() {
    try {
      loader.close();
      Files.deleteIfExists(copy);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "Plug-in %s could not be closed: %s".formatted(name, failed.getMessage()), failed);
    }
  }
}
