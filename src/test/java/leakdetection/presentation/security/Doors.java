package leakdetection.presentation.security;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every way into the product, as the code has it: operations, views and streams. */
final class Doors {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath("target/classes/leakdetection/presentation");

  private static final java.nio.file.Path WEBAPP = java.nio.file.Path.of("src/main/webapp");

  /**
   * A way in.
   *
   * @param asked a method, STREAM or PAGE
   * @param path with a number in place of each parameter
   * @param home where it is in the code
   */
  record Door(String asked, String path, String home) {

    @Override
    public String toString() {
      return "%s %s (%s)".formatted(asked, path, home);
    }
  }

  private Doors() {}

  static List<Door> all() {
    return Stream.of(operations(), streams(), views()).flatMap(List::stream).toList();
  }

  static List<Door> operations() {
    return classes()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> doors(type, method)))
        .toList();
  }

  static List<Door> streams() {
    return classes()
        .filter(type -> type.isAnnotationPresent(ServerEndpoint.class))
        .map(
            type ->
                new Door(
                    "STREAM",
                    filled(type.getAnnotation(ServerEndpoint.class).value()),
                    type.getSimpleName()))
        .toList();
  }

  static List<Door> views() {
    try (Stream<java.nio.file.Path> files = Files.walk(WEBAPP)) {
      return files
          .map(file -> WEBAPP.relativize(file).toString())
          .filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF"))
          .map(name -> new Door("PAGE", "/" + name, name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Class<?>> classes() {
    return CLASSES.stream().filter(JavaClass::isTopLevelClass).map(JavaClass::reflect);
  }

  private static Stream<Door> doors(Class<?> type, Method method) {
    List<Door> doors = new ArrayList<>();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        String home = type.getSimpleName() + "." + method.getName();
        String below = method.isAnnotationPresent(Path.class) ? path(method) : "";
        for (String path : alternatives("/api/" + type.getAnnotation(Path.class).value() + below)) {
          doors.add(new Door(verb.value(), filled(path), home));
        }
      }
    }
    return doors.stream();
  }

  private static String path(Method method) {
    return "/" + method.getAnnotation(Path.class).value();
  }

  /** A parameter that can only be one of a few words stands for each of them. */
  private static List<String> alternatives(String path) {
    int begin = path.indexOf(": ");
    if (begin < 0) {
      return List.of(path);
    }
    int end = path.indexOf('}', begin);
    return Arrays.stream(path.substring(begin + 2, end).split("\\|"))
        .map(
            word ->
                path.substring(0, path.lastIndexOf('{', begin)) + word + path.substring(end + 1))
        .toList();
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[^}]+}", "7").replaceAll("/+", "/").replaceAll("(.)/$", "$1");
  }
}
