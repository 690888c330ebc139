package leakdetection.presentation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import leakdetection.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginContractIT extends RunningServer {

  private static final String ALLOWED = "Access-Control-Allow-Origin";

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost", "http://localhost:5173"})
  void allowedOriginMayReadAnswersAndFailures(String origin) {
    assertThat(get("/api/fields", origin).header(ALLOWED)).contains(origin);
    assertThat(get("/api/sensors/x", origin).header(ALLOWED)).contains(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:5174", "https://localhost", "http://localhost.evil", "null"})
  void otherOriginMayNot(String origin) {
    Answer answer = get("/api/fields", origin);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header(ALLOWED)).isEmpty();
    assertThat(varyingBy(answer)).contains("Origin");
  }

  @Test
  void browsersQuestionBeforeAChangeIsAnswered() {
    Answer answer = preflight("http://localhost:5173");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header(ALLOWED)).contains("http://localhost:5173");
    assertThat(answer.header("Access-Control-Allow-Methods").orElse(""))
        .contains("PATCH", "DELETE");
    assertThat(answer.header("Access-Control-Allow-Headers").orElse("")).contains("Content-Type");
    assertThat(preflight("http://evil.example").header(ALLOWED)).isEmpty();
  }

  /** What the answer depends on: compression varies it, too. */
  private static List<String> varyingBy(Answer answer) {
    return List.of(answer.header("Vary").orElse("").split(" *, *"));
  }

  private static Answer get(String path, String origin) {
    return Api.send(HttpRequest.newBuilder(uri(path)).header("Origin", origin));
  }

  private static Answer preflight(String origin) {
    return Api.send(
        HttpRequest.newBuilder(uri("/api/sensors/1"))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PATCH")
            .header("Access-Control-Request-Headers", "content-type"));
  }
}
