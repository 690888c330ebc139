package leakdetection.presentation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leakdetection.Administrator;
import leakdetection.RunningServer;
import leakdetection.presentation.web.ApiDescription.Operation;
import leakdetection.presentation.web.HttpFile.Example;
import org.junit.jupiter.api.Test;

/** The examples in {@code http/} run, and there is one for every operation. */
class RequestExamplesIT extends RunningServer {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void everyExampleAnswersWhatItsCommentPromises() throws IOException {
    List<String> surprises = new ArrayList<>();
    for (HttpFile file : files()) {
      Map<String, String> values = new HashMap<>(file.variables());
      values.put("host", uri("").toString());
      Administrator.authorization(); // makes sure that there is one
      values.put("administrator", Administrator.NAME);
      values.put("password", Administrator.PASSWORD);
      for (Example example : file.requests()) {
        Answer answer = send(file, example, values);
        if (example.statuses().contains(answer.status())) {
          example.captured().ifPresent(variable -> values.put(variable, id(answer)));
        } else {
          surprises.add(
              "%s: %s: %d %s"
                  .formatted(file.path(), example.title(), answer.status(), answer.body()));
        }
      }
    }
    assertThat(surprises).isEmpty();
  }

  @Test
  void everyOperationHasAnExample() throws IOException, InterruptedException {
    List<Example> examples = files().stream().flatMap(file -> file.requests().stream()).toList();
    List<Operation> operations = ApiDescription.ofServer().operations();

    assertThat(operations).hasSizeGreaterThan(15);
    assertThat(operations)
        .allMatch(
            operation ->
                examples.stream()
                    .anyMatch(example -> operation.answers(example.method(), path(example))));
  }

  private static List<HttpFile> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("http"))) {
      List<HttpFile> read = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".http")).sorted().toList()) {
        read.add(HttpFile.read(file));
      }
      assertThat(read).isNotEmpty();
      return read;
    }
  }

  private static Answer send(HttpFile file, Example example, Map<String, String> values)
      throws IOException {
    Instant giveUp = Instant.now().plus(PATIENCE);
    Answer answer;
    do {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(HttpFile.fill(example.address(), values)))
              .method(example.method(), example.publisher(file.path().getParent(), values));
      example
          .headers()
          .forEach((name, value) -> request.header(name, header(HttpFile.fill(value, values))));
      answer = Api.send(request);
    } while (example.soon() && answer.list().isEmpty() && Instant.now().isBefore(giveUp));
    return answer;
  }

  /** Editors encode a name and a password that stand apart. */
  private static String header(String value) {
    String[] words = value.split(" ", 3);
    return words.length == 3 && words[0].equals("Basic")
        ? Administrator.basic(words[1], words[2])
        : value;
  }

  private static String id(Answer answer) {
    Object result = answer.members().get("result");
    Object first = result instanceof List<?> list ? list.get(0) : result;
    return ApiDescription.asMap(first).get("id").toString();
  }

  private static String path(Example example) {
    return example.address().replace("{{host}}", "").replaceAll("\\?.*", "");
  }
}
