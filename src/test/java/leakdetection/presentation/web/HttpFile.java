package leakdetection.presentation.web;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of request examples as editors read it, with what its comments promise.
 *
 * @param path where it is
 * @param variables the values of its variables, as written
 * @param requests in their order
 */
record HttpFile(Path path, Map<String, String> variables, List<Example> requests) {

  private static final Pattern VARIABLE = Pattern.compile("@(\\w+) = (.*)");
  private static final Pattern STATUS = Pattern.compile("# Answers (\\d+)(?: or (\\d+))?");
  private static final Pattern CAPTURE =
      Pattern.compile("# Then (\\w+) is the (first )?id(, soon)?");
  private static final Pattern REQUEST = Pattern.compile("(GET|POST|PATCH|PUT|DELETE) (\\S+)");

  /**
   * A request.
   *
   * @param title the line that begins it
   * @param statuses what it promises to answer, one or two
   * @param captured the variable that the answer's id is the value of; empty for none
   * @param soon whether it is to be repeated until there is an id
   * @param body the text, or {@code < file}; empty for none
   */
  record Example(
      String title,
      Set<Integer> statuses,
      Optional<String> captured,
      boolean soon,
      String method,
      String address,
      Map<String, String> headers,
      String body) {

    /** Returns the body to be sent, from the file's folder where it names a file. */
    BodyPublisher publisher(Path folder, Map<String, String> values) throws IOException {
      if (body.startsWith("< ")) {
        return BodyPublishers.ofFile(folder.resolve(body.substring(2).strip()));
      }
      return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(fill(body, values));
    }
  }

  static HttpFile read(Path path) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    List<Example> requests = new ArrayList<>();
    String[] parts = Files.readString(path).split("(?m)^### ");
    parts[0]
        .lines()
        .map(VARIABLE::matcher)
        .filter(Matcher::matches)
        .forEach(found -> variables.put(found.group(1), found.group(2)));
    for (int i = 1; i < parts.length; i++) {
      requests.add(example(path, parts[i]));
    }
    return new HttpFile(path, variables, requests);
  }

  private static Example example(Path path, String part) {
    List<String> lines = part.lines().toList();
    String title = lines.get(0);
    int first = 1;
    while (lines.get(first).startsWith("#")) {
      first++;
    }
    Matcher request = REQUEST.matcher(lines.get(first));
    Matcher status = STATUS.matcher(part);
    if (!request.matches() || !status.find()) {
      throw new IllegalStateException("%s: \"%s\" is no example.".formatted(path, title));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    int line = first + 1;
    while (line < lines.size() && !lines.get(line).isBlank()) {
      String[] header = lines.get(line++).split(": ", 2);
      headers.put(header[0], header[1]);
    }
    String body = String.join("\n", lines.subList(line, lines.size())).strip();
    Matcher capture = CAPTURE.matcher(part);
    boolean captures = capture.find();
    return new Example(
        title,
        Stream.of(status.group(1), status.group(2))
            .filter(Objects::nonNull)
            .map(Integer::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        captures ? Optional.of(capture.group(1)) : Optional.empty(),
        captures && capture.group(3) != null,
        request.group(1),
        request.group(2),
        headers,
        body);
  }

  /** Returns the text with the values of its variables. */
  static String fill(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return filled;
  }
}
