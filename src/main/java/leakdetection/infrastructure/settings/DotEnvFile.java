package leakdetection.infrastructure.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code .env}: one {@code NAME=value} a line, in UTF-8, with empty lines and comments
 * after {@code #}. A value may stand in single or double quotes.
 *
 * @param values what is given for the known variables
 * @param unknown names that no variable has, as written
 */
record DotEnvFile(Map<Variable, String> values, List<String> unknown) {

  DotEnvFile {
    values = Map.copyOf(values);
    unknown = List.copyOf(unknown);
  }

  /**
   * Reads the file; one that is missing says nothing.
   *
   * @throws InvalidSettingException if the file cannot be read, or a line is no assignment
   */
  static DotEnvFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new DotEnvFile(Map.of(), List.of());
    }
    try {
      return parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new InvalidSettingException("%s cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }

  private static DotEnvFile parse(List<String> lines) {
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new InvalidSettingException(
            "Line %d of .env is \"%s\", but must be NAME=value or a comment that begins with #."
                .formatted(i + 1, line));
      }
      String name = line.substring(0, equals).strip();
      String value = line.substring(equals + 1).strip();
      Variable.find(name)
          .ifPresentOrElse(
              variable -> values.put(variable, unquoted(variable, value)), () -> unknown.add(name));
    }
    return new DotEnvFile(values, unknown);
  }

  private static String unquoted(Variable variable, String value) {
    if (variable.isReadByServer() && value.matches(".*([\"'\\\\]| #).*")) {
      throw InvalidSettingException.of(
          variable,
          value,
          variable.allowed() + "; in .env without quotes, backslashes or a comment behind it");
    }
    if (value.matches("\"[^\"]*\"( *#.*)?") || value.matches("'[^']*'( *#.*)?")) {
      return value.substring(1, value.indexOf(value.charAt(0), 1));
    }
    return value.replaceFirst("(^|\\s+)#.*", "");
  }
}
