package leakdetection.presentation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import leakdetection.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a failure of the client's that says what is allowed. */
class BadInputContractIT extends RunningServer {

  private static final String TEMPLATES = "/fields/1/templates";
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  static Stream<Arguments> badRequests() {
    return Stream.of(
            bodies(),
            Stream.of(
                arguments("PUT", "/fields", null, null, 405, "", "GET"),
                arguments("DELETE", "/fields", null, null, 405, "", "GET"),
                arguments("POST", "/sensors/1", JSON, "{}", 405, "", "PATCH"),
                arguments("GET", "/nothing", null, null, 404, "", "/docs"),
                arguments("GET", "/sensors/1/nothing", null, null, 404, "", "/docs"),
                arguments("GET", "/templates/987654321", null, null, 404, "path.id", "987654321"),
                arguments("GET", "/sensors/987654321", null, null, 404, "path.id", "987654321"),
                arguments("GET", "/sensors/-1", null, null, 404, "path.id", "-1"),
                arguments("GET", "/sensors/abc", null, null, 422, "path.id", "whole number"),
                arguments("GET", "/sensors/1.5", null, null, 422, "path.id", "whole number"),
                arguments("GET", "/sensors/%F0%9F%92%A7", null, null, 422, "path.id", "number"),
                arguments(
                    "GET", "/sensors/99999999999999999999", null, null, 422, "path.id", "number"),
                arguments("DELETE", "/sensors/987654321", null, null, 404, "path.id", "987654321"),
                arguments("DELETE", "/templates/987654321", null, null, 404, "path.id", "no templ"),
                arguments("GET", "/fields/5/templates", null, null, 404, "path.fieldId", "1 to 4"),
                arguments("GET", "/fields/0/templates", null, null, 404, "path.fieldId", "1 to 4"),
                arguments("GET", "/templates/987654321/sensors", null, null, 404, "path.id", "987"),
                arguments("GET", "/sensors?pinned=maybe", null, null, 422, "query.pinned", "true"),
                arguments("GET", "/sensors?limit=0", null, null, 422, "query.limit", "1 to 1000"),
                arguments(
                    "GET", "/sensors?limit=1001", null, null, 422, "query.limit", "1 to 1000"),
                arguments("GET", "/sensors?limit=ten", null, null, 422, "query.limit", "number"),
                arguments("GET", "/sensors?cursor=x", null, null, 422, "query.cursor", "next"),
                arguments("GET", "/events/sensors/987654321", null, null, 404, "path.id", "987"),
                arguments(
                    "GET", "/events/system?cursor=%20", null, null, 422, "query.cursor", "\""),
                arguments(
                    "DELETE", "/templates/1?cascade=1", null, null, 422, "query.cascade", "t"),
                arguments(
                    "GET",
                    "/sensors/1/time-series-data?from=yesterday",
                    null,
                    null,
                    422,
                    "query.from",
                    "2021-04-05T14:06:57Z"),
                arguments(
                    "GET",
                    "/sensors/1/time-series-data?to=%2B999999999-12-31T23:59:59Z",
                    null,
                    null,
                    422,
                    "query.to",
                    "must be a time"),
                arguments(
                    "GET",
                    "/sensors/987654321/anomaly-detections",
                    null,
                    null,
                    404,
                    "path.id",
                    "987"),
                arguments(
                    "PATCH", "/sensors/987654321/pin/toggle", null, null, 404, "path.id", "987"),
                arguments(
                    "POST",
                    "/sensors/987654321/time-series-data/import",
                    CSV,
                    "a",
                    404,
                    "path.id",
                    "987"),
                arguments(
                    "POST", "/sensors/1/time-series-data/import", JSON, "{}", 415, "", "text/csv"),
                arguments("PATCH", "/templates/987654321", JSON, "{}", 404, "path.id", "987"),
                arguments("PATCH", "/sensors/987654321", JSON, "{}", 404, "path.id", "987")))
        .flatMap(rows -> rows);
  }

  /** What can be wrong with a body, tried on the one operation. */
  private static Stream<Arguments> bodies() {
    String long256 = "a".repeat(256);
    return Stream.of(
        body("", 400, "body", "empty"),
        body("   ", 400, "body", "empty"),
        body("{", 400, "body", "JSON"),
        body("{\"name\": }", 400, "body", "line 1, column"),
        body("{\"name\": \"a\",\n \"angleFromNorth\": 1,}", 400, "body", "line 2"),
        body("{\"name\": 'a'}", 400, "body", "JSON"),
        body("{} {}", 400, "body", "JSON"),
        body("[".repeat(50_000), 400, "body", "JSON"),
        body("\uFFFF", 400, "body", "JSON"),
        body("[]", 422, "body", "object"),
        body("null", 422, "body", "object"),
        body("\"name\"", 422, "body", "object"),
        body("42", 422, "body", "object"),
        body("{\"name\": \"%s\"}".formatted("a".repeat(1 << 20)), 413, "body", "1048576"),
        body("{\"angleFromNorth\": 1}", 422, "body.name", "empty"),
        body("{\"name\": null, \"angleFromNorth\": 1}", 422, "body.name", "empty"),
        body("{\"name\": \"\", \"angleFromNorth\": 1}", 422, "body.name", "empty"),
        body("{\"name\": 5, \"angleFromNorth\": 1}", 422, "body.name", "text"),
        body("{\"name\": [], \"angleFromNorth\": 1}", 422, "body.name", "text"),
        body("{\"name\": \"a\\u0000\", \"angleFromNorth\": 1}", 422, "body.name", "control"),
        body(
            "{\"name\": \"%s\", \"angleFromNorth\": 1}".formatted(long256),
            422,
            "body.name",
            "255"),
        template("", 422, "body.angleFromNorth", "number"),
        template("\"angleFromNorth\": null", 422, "body.angleFromNorth", "number"),
        template("\"angleFromNorth\": \"\"", 422, "body.angleFromNorth", "number"),
        template("\"angleFromNorth\": \"north\"", 422, "body.angleFromNorth", "north"),
        template("\"angleFromNorth\": \"NaN\"", 422, "body.angleFromNorth", "NaN"),
        template("\"angleFromNorth\": \"0x10\"", 422, "body.angleFromNorth", "0x10"),
        template("\"angleFromNorth\": true", 422, "body.angleFromNorth", "true"),
        template("\"angleFromNorth\": {}", 422, "body.angleFromNorth", "object"),
        template("\"angleFromNorth\": -0.1", 422, "body.angleFromNorth", "360 degrees"),
        template("\"angleFromNorth\": 360.1", 422, "body.angleFromNorth", "360 degrees"),
        template("\"angleFromNorth\": 1e999", 422, "body.angleFromNorth", "999"),
        template("\"angleFromNorth\": 1e-999999999999", 400, "body", "number"),
        optional("\"height\": -1", "body.height", "m"),
        optional("\"height\": \"high\"", "body.height", "high"),
        optional("\"zRoof\": 5", "body.length", "roof"),
        optional("\"internalVolume\": 1e7", "body.internalVolume", "1,000,000 m3"),
        optional("\"porosity\": 0.5", "body.porosity", "object"),
        optional("\"porosity\": {\"fore\": 1.5}", "body.porosity", "1.5"),
        optional("\"porosity\": {\"aft\": \"x\"}", "body.porosity.aft", "number"),
        optional("\"inclination\": {\"port\": 91}", "body.inclination", "degrees"),
        optional("\"currentsPath\": \"/etc/passwd\"", "body.currentsPath", "below"),
        optional("\"wavesPath\": \"a/../../b\"", "body.wavesPath", ".."),
        optional("\"simulatedLeaksPath\": \"C:\\\\b\"", "body.simulatedLeaksPath", "below"),
        optional("\"simulatedLeaksPath\": 7", "body.simulatedLeaksPath", "text"),
        arguments("POST", TEMPLATES, "text/plain", "{}", 415, "", "application/json"),
        arguments("POST", TEMPLATES, "application/xml", "<a/>", 415, "", "application/json"),
        arguments("POST", TEMPLATES, "multipart/form-data", "a", 415, "", "application/json"),
        arguments("POST", TEMPLATES, null, "{}", 415, "", "application/json"),
        arguments("POST", "/fields/7/templates", JSON, "{}", 422, "body.name", "empty"),
        arguments(
            "POST",
            "/templates/987654321/sensors",
            JSON,
            "{\"name\": \"a\", \"x\": 0, \"y\": 0, \"z\": 0}",
            404,
            "path.id",
            "987"),
        arguments(
            "POST",
            "/templates/1/sensors",
            JSON,
            "{\"name\": \"a\", \"x\": 1e5, \"y\": 0}",
            422,
            "body.z",
            "number"));
  }

  private static Arguments body(String body, int status, String path, String message) {
    return arguments("POST", TEMPLATES, JSON, body, status, path, message);
  }

  private static Arguments template(String members, int status, String path, String message) {
    String comma = members.isEmpty() ? "" : ", ";
    return body("{\"name\": \"Refused\"%s%s}".formatted(comma, members), status, path, message);
  }

  private static Arguments optional(String members, String path, String message) {
    return template("\"angleFromNorth\": 1, " + members, 422, path, message);
  }

  @ParameterizedTest(name = "{0} {1}: {4} {5}")
  @MethodSource("badRequests")
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
