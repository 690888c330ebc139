package leakdetection.infrastructure.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import leakdetection.spi.DetectorProvider;

/** Compiles sources against the detector contract alone and packs them into a plug-in jar. */
public final class JarBuilder {

  private JarBuilder() {}

  /**
   * Compiles a folder of sources into a jar.
   *
   * @param sources holds .java files
   * @param work empty folder for classes
   * @param providers the classes to name in META-INF/services
   * @param jar where to put it
   */
  public static void build(Path sources, Path work, List<String> providers, Path jar)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "--release", "17", "-d", work.toString(), "-cp", contractOnly()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean isDone =
        compiler
            .getTask(messages, null, null, compilerOptions(arguments), null, units(arguments))
            .call();
    if (!isDone) {
      throw new IllegalStateException(messages.toString());
    }
    pack(work, providers, jar);
  }

  private static List<String> compilerOptions(List<String> arguments) {
    return arguments.stream().filter(argument -> !argument.endsWith(".java")).toList();
  }

  private static Iterable<? extends JavaFileObject> units(List<String> arguments) {
    List<String> files = arguments.stream().filter(file -> file.endsWith(".java")).toList();
    return ToolProvider.getSystemJavaCompiler()
        .getStandardFileManager(null, null, null)
        .getJavaFileObjectsFromStrings(files);
  }

  /** Copies the contract's classes to a folder of their own, so that nothing else is in sight. */
  private static String contractOnly() throws IOException {
    Path classes = Path.of("target/classes/leakdetection/spi").toAbsolutePath();
    Path alone = Files.createDirectories(Path.of("target/contract-alone/leakdetection/spi"));
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        Files.copy(file, alone.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return alone.getParent().getParent().toString();
  }

  private static void pack(Path classes, List<String> providers, Path jar) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/" + DetectorProvider.class.getName()));
      out.write(String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
    }
  }
}
