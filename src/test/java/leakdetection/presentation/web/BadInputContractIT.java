package leakdetection.presentation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import leakdetection.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a failure of the client's that says what is allowed. */
class BadInputContractIT extends RunningServer {

  private static final String TEMPLATES = BadRequests.TEMPLATES;
  private static final String JSON = BadRequests.JSON;

  @ParameterizedTest(name = "{0} {1}: {4} {5}")
  @MethodSource("leakdetection.presentation.web.BadRequests#all")
  void badRequestIsAnsweredByWhatIsWrongAndWhatIsAllowed(
      String method,
      String path,
      String type,
      String body,
      int status,
      String failedPath,
      String message) {
    Answer answer = Api.send(method, path, type, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertProblem(answer);
    assertThat(answer.members()).containsEntry("instance", URI.create("/api" + path).getRawPath());
    assertThat(answer.failures())
        .anySatisfy(
            failure -> {
              assertThat(((List<?>) failure.get("path")).stream().map(String::valueOf))
                  .containsExactly(failedPath.isEmpty() ? new String[0] : failedPath.split("\\."));
              assertThat(failure.get("message").toString()).contains(message);
            });
  }

  @Test
  void nothingIsMadeByRefusedRequests() {
    assertThat(Api.get(TEMPLATES).list())
        .extracting(template -> template.get("name"))
        .doesNotContain("Refused");
  }

  @Test
  void bodyThatIsNotUtf8IsRefused() {
    Answer answer = Api.sendBytes("POST", TEMPLATES, JSON, new byte[] {'"', (byte) 0xff, '"'});

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.failures().get(0).get("message").toString()).contains("UTF-8");
  }

  @Test
  void methodThatIsNotPossibleIsAnsweredByThoseThatAre() {
    assertThat(Api.send("PUT", "/fields", null, null).header("Allow").orElse("")).contains("GET");
  }

  @Test
  void whatIsOutsideOfTheApiIsAnsweredWithoutTheServersName() {
    Answer answer = Api.send(HttpRequest.newBuilder(uri("/no-such-page")).header("Accept", JSON));

    assertThat(answer.status()).isEqualTo(404);
    assertProblem(answer);
  }

  /** What no proper client would send. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/fields%zz HTTP/1.1\r\n",
        "GET /api/%00 HTTP/1.1\r\n",
        "GET /api/../../../etc/passwd HTTP/1.1\r\n",
        "GET /WEB-INF/web.xml HTTP/1.1\r\n",
        "POST /api/fields/1/templates HTTP/1.1\r\nContent-Type: ///\r\nContent-Length: 0\r\n",
        "BREW /api/fields HTTP/1.1\r\n",
      })
  void hostileRequestIsRefusedWithoutTheServersName(String request) throws IOException {
    String answer = raw(request);

    assertThat(answer).startsWith("HTTP/1.1 4");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .doesNotContain("liberty", "websphere", "ibm", "exception", "java");
  }

  private static void assertProblem(Answer answer) {
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.members().keySet())
        .isEqualTo(Set.of("type", "title", "status", "detail", "instance", "results"));
    assertThat(answer.members()).containsEntry("status", answer.status());
    assertThat(answer.failures())
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.keySet()).isEqualTo(Set.of("message", "path")));
    assertThat(answer.body()).doesNotContain("Exception", "leakdetection.", "jakarta", "RESTEASY");
  }

  private static String raw(String head) throws IOException {
    URI server = uri("/");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      String request = head + "Host: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
