package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import leakdetection.RunningServer;
import leakdetection.domain.security.Role;
import leakdetection.presentation.security.RawRequest.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an attacker sends who has read the source: none of it may succeed, none may make the server
 * fail, and no answer may tell what is inside.
 */
class HostileRequestsIT extends RunningServer {

  private static final long SEED = 5;
  private static final int PORT = Integer.getInteger("it.port", 0);
  private static final String JSON = "Content-Type: application/json";
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat |Exception|leakdetection\\.\\w+\\.|org\\.sqlite|Liberty|WebSphere|MyFaces|root:x:0"
              + "|<web-app|password_hash|SRVE\\d|WSEP");

  private static final List<String> CHANGES =
      List.of(
          "POST /api/fields/1/templates",
          "PATCH /api/sensors/1",
          "PATCH /api/sensors/1/pin/toggle",
          "DELETE /api/sensors/1",
          "DELETE /api/templates/1",
          "PUT /api/sensors/1/reading-rules",
          "PUT /api/sensors/1/detector",
          "POST /api/time-series-data",
          "POST /api/baselines",
          "POST /api/users",
          "POST /api/tokens",
          "PUT /api/account/password");

  private static final List<String> STREAMS =
      List.of(
          "/api/events/system",
          "/api/events/overview",
          "/api/sensors/1/time-series-data",
          "/api/sensors/1/anomaly-detections",
          "/api/events/sensors/1");

  private final Random random = new Random(SEED);

  @Test
  void noneSucceedsAndNoneMakesTheServerFail() throws IOException {
    List<RawRequest> attacks = new ArrayList<>();
    attacks.addAll(traversals());
    attacks.addAll(injections());
    attacks.addAll(oversized());
    attacks.addAll(wrongTypes());
    attacks.addAll(forgedCredentials());
    attacks.addAll(foreignPages());
    attacks.addAll(foreignSockets());
    attacks.addAll(tooHighReaches());
    assertThat(attacks).hasSizeGreaterThanOrEqualTo(300);

    List<String> surprises = new ArrayList<>();
    for (RawRequest attack : attacks) {
      Reply reply = attack.send(PORT);
      if (reply.status() >= 500
          || (reply.status() > 0 && reply.status() < 400 && !leadsToSignIn(reply))) {
        surprises.add(reply.status() + " " + shown(attack));
      } else if (INSIDE.matcher(reply.text()).find()) {
        surprises.add("tells too much: " + shown(attack) + ": " + reply.text());
      }
    }
    System.out.printf("%d hostile requests, %d surprises.%n", attacks.size(), surprises.size());
    assertThat(surprises).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "YWRtaW4=", "", "OjpkZWY"})
  void basicThatCannotBeReadIsRefusedLikeAnyOther(String text) throws IOException {
    for (String address : List.of("GET /api/sensors", "GET /", "PATCH /api/sensors/1")) {
      Reply reply = RawRequest.of(address, "Authorization: Basic " + text, JSON).send(PORT);

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.text())
          .contains("application/problem+json", "WWW-Authenticate: Basic", "\"status\":401")
          .contains("Content-Security-Policy: " + SecurityHeaders.CONTENT_POLICY)
          .containsOnlyOnce("about:blank");
    }
  }

  private static boolean leadsToSignIn(Reply reply) {
    return reply.status() == 302 && reply.text().contains("/security/sign-in.xhtml");
  }

  private static String shown(RawRequest attack) {
    String line = attack.line();
    return (line.length() > 150 ? line.substring(0, 150) : line) + " " + attack.headers();
  }

  private List<RawRequest> traversals() {
    List<RawRequest> all = new ArrayList<>();
    List<String> ups =
        List.of(
            "../",
            "..%2f",
            "%2e%2e/",
            "%2e%2e%2f",
            "..;/",
            "....//",
            "..%5c",
            "..\\",
            "%252e%252e%252f",
            "..%c0%af",
            "/..;x=1/");
    List<String> goals = List.of("WEB-INF/web.xml", "etc/passwd", "liberty/server.xml", ".env");
    for (String up : ups) {
      for (String goal : goals) {
        all.add(RawRequest.of("GET /" + up.repeat(1 + random.nextInt(6)) + goal));
        all.add(RawRequest.of("GET /layout/" + up + goal));
      }
    }
    for (String goal :
        List.of(
            "/WEB-INF/web.xml",
            "/WEB-INF/faces-config.xml",
            "/web-inf/web.xml",
            "/WEB-INF/layout/page.xhtml",
            "/META-INF/persistence.xml",
            "/WEB-INF/classes/leakdetection/",
            "/layout/;/../WEB-INF/web.xml",
            "/api/users;.xhtml",
            "/api//users",
            "/api/./users",
            "/security/sign-in.xhtml/../users.xhtml",
            "/security/sign-in.xhtml/x",
            "/api/users%00",
            "/api/users%0d%0aX-Injected:1")) {
      all.add(RawRequest.of("GET " + goal, "X-Forwarded-For: 192.0.2.7"));
    }
    for (String path :
        List.of("../../etc/passwd", "/etc/passwd", "..\\\\..\\\\secret", "a/../../b")) {
      all.add(
          RawRequest.of("POST /api/fields/1/templates", JSON)
              .with(
                  "{\"name\": \"Hostile\", \"angleFromNorth\": 0, \"currentsPath\": \""
                      + path
                      + "\"}"));
    }
    return all;
  }

  private List<RawRequest> injections() {
    List<RawRequest> all = new ArrayList<>();
    for (String text :
        List.of(
            "1%20or%201=1",
            "1;drop%20table%20users",
            "1'--",
            "%27%20union%20select%20*%20from%20users",
            "${jndi:ldap://x}",
            "%23%7B7*7%7D",
            "1%00",
            "0x1",
            "1e9",
            "--1",
            "9223372036854775808",
            "%3Cscript%3E")) {
      all.add(RawRequest.of("GET /api/sensors/" + text.replace("/", "%2f")));
      all.add(RawRequest.of("GET /api/sensors?limit=" + text));
      all.add(RawRequest.of("GET /api/events/sensors?cursor=" + text + "x"));
      all.add(RawRequest.of("GET /api/sensors/1/time-series-data?from=" + text));
    }
    for (String name :
        List.of(
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "'; drop table users; --",
            "a\\r\\nSet-Cookie: x=1",
            "\\u0000",
            "\\u202e")) {
      all.add(
          RawRequest.of(
                  "POST /api/users",
                  JSON,
                  "Authorization: " + People.authorization(Role.ADMINISTRATOR))
              .with(
                  "{\"name\": \""
                      + name
                      + "\", \"role\": \"viewer\", \"password\": \"a long enough one\"}"));
    }
    return all;
  }

  private List<RawRequest> oversized() {
    List<RawRequest> all = new ArrayList<>();
    String big = "x".repeat(1_100_000);
    for (String change : CHANGES.subList(0, 2)) {
      all.add(RawRequest.of(change, JSON).with("{\"name\": \"" + big + "\"}"));
    }
    all.add(RawRequest.of("POST /api/set-up", JSON).with("{\"key\": \"" + big + "\"}"));
    all.add(
        RawRequest.of(
                "POST /api/users",
                JSON,
                "Authorization: " + People.authorization(Role.ADMINISTRATOR))
            .with("{\"name\": \"" + big + "\"}"));
    all.add(RawRequest.of("POST /api/fields/1/templates", JSON).with("[".repeat(100_000)));
    all.add(RawRequest.of("POST /api/fields/1/templates", JSON).with("{\"a\":".repeat(50_000)));
    all.add(RawRequest.of("GET /api/sensors/" + "1".repeat(7000)));
    all.add(RawRequest.of("GET /api/fields", "Authorization: Bearer " + "x".repeat(6000)));
    all.add(RawRequest.of("GET /api/fields", "Authorization: Basic " + "x".repeat(6000)));
    return all;
  }

  private List<RawRequest> wrongTypes() {
    List<RawRequest> all = new ArrayList<>();
    for (String type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "image/svg+xml",
            "application/x-java-serialized-object")) {
      for (String change : CHANGES.subList(0, 2)) {
        all.add(
            RawRequest.of(change, "Content-Type: " + type)
                .with("{\"name\": \"Hostile\", \"angleFromNorth\": 1}"));
      }
      all.add(RawRequest.of("POST /api/set-up", "Content-Type: " + type).with("{\"key\": \"x\"}"));
    }
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "1",
            "\"x\"",
            "{",
            "{\"name\": {}}",
            "\u0000",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")) {
      all.add(RawRequest.of("POST /api/fields/1/templates", JSON).with(body));
      all.add(RawRequest.of("POST /api/set-up", JSON).with(body));
    }
    for (String method : List.of("TRACE", "CONNECT", "PROPFIND", "FOO", "OPTIONS")) {
      all.add(RawRequest.of(method + " /api/sensors", "X-Forwarded-For: 192.0.2.7"));
      all.add(RawRequest.of(method + " /security/users.xhtml", "X-Forwarded-For: 192.0.2.7"));
    }
    return all;
  }

  private List<RawRequest> forgedCredentials() {
    List<RawRequest> all = new ArrayList<>();
    String real = People.token(People.authorization(Role.VIEWER), "read");
    List<String> headers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      headers.add("Bearer ld_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    headers.addAll(
        List.of(
            real.substring(0, real.length() - 1),
            real + "A",
            real.toUpperCase(java.util.Locale.ROOT),
            "Bearer",
            "Bearer ",
            "Bearer null",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
            "Basic",
            "Basic !!!",
            "Basic " + b64("admin"),
            "Basic " + b64(":"),
            "Basic " + b64("nobody.here:x"),
            "Negotiate abc",
            "Digest username=admin",
            "Token x",
            ","));
    headers.forEach(
        header -> all.add(RawRequest.of("GET /api/sensors", "Authorization: " + header)));
    for (String cookie :
        List.of(
            "leakdetection-session=",
            "leakdetection-session=admin",
            "leakdetection-session=" + "A".repeat(43),
            "leakdetection-session=../../x",
            "JSESSIONID=0000x; leakdetection-session=1",
            "LtpaToken2=abcdef",
            "JaspicToken=abc")) {
      all.add(RawRequest.of("GET /api/users", "Cookie: " + cookie, "X-Forwarded-For: 192.0.2.7"));
      all.add(
          RawRequest.of(
              "GET /security/users.xhtml", "Cookie: " + cookie, "X-Forwarded-For: 192.0.2.7"));
    }
    for (String change : CHANGES) {
      all.add(RawRequest.of(change, JSON, "X-Forwarded-For: 192.0.2.7").with("{}"));
      all.add(RawRequest.of(change, JSON, "Host: attacker.example").with("{}"));
    }
    return all;
  }

  private static String b64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private List<RawRequest> foreignPages() {
    List<RawRequest> all = new ArrayList<>();
    List<String> origins =
        List.of(
            "http://attacker.example",
            "null",
            "http://127.0.0.1:1",
            "http://localhost.attacker.example",
            "https://localhost:5173",
            "file://");
    for (String change : CHANGES) {
      for (String origin : origins) {
        all.add(
            RawRequest.of(change, JSON, "Origin: " + origin)
                .with("{\"name\": \"Hostile\", \"angleFromNorth\": 1}"));
      }
      all.add(RawRequest.of(change, JSON, "Sec-Fetch-Site: cross-site").with("{}"));
      all.add(
          RawRequest.of(change, "Content-Type: text/plain", "Sec-Fetch-Site: same-site")
              .with("{}"));
    }
    for (Doors.Door view : Doors.views()) {
      all.add(
          RawRequest.of(
                  "POST " + view.path(),
                  "Content-Type: application/x-www-form-urlencoded",
                  "Origin: http://attacker.example")
              .with("x=1"));
      all.add(
          RawRequest.of("POST " + view.path(), "Content-Type: application/x-www-form-urlencoded")
              .with("form-token=" + "A".repeat(43)));
    }
    return all;
  }

  private List<RawRequest> foreignSockets() {
    List<RawRequest> all = new ArrayList<>();
    for (String stream : STREAMS) {
      for (String header :
          List.of(
              "Origin: http://attacker.example",
              "Origin: null",
              "Origin: http://127.0.0.1:1",
              "X-Forwarded-For: 192.0.2.7",
              "Host: attacker.example")) {
        all.add(
            RawRequest.of(
                "GET " + stream,
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                header));
      }
    }
    return all;
  }

  private List<RawRequest> tooHighReaches() {
    List<RawRequest> all = new ArrayList<>();
    String push = People.token(People.authorization(Role.ENGINEER), "push");
    String write = People.token(People.authorization(Role.VIEWER), "write");
    String read = People.token(People.authorization(Role.ADMINISTRATOR), "read");
    for (AccessEntry entry : AccessTable.entries()) {
      String path = entry.path().toString().replace("*", "1");
      if (path.startsWith("/api/")
          && entry.minimum().isPresent()
          && !entry.kind().equals("STREAM")) {
        if (entry.restriction() != AccessEntry.Restriction.PUSH) {
          all.add(
              RawRequest.of(entry.kind() + " " + path, JSON, "Authorization: " + push).with("{}"));
        }
        if (entry.minimum().get() != Role.VIEWER) {
          all.add(
              RawRequest.of(entry.kind() + " " + path, JSON, "Authorization: " + write).with("{}"));
        }
        if (entry.restriction() == AccessEntry.Restriction.PERSON) {
          all.add(
              RawRequest.of(entry.kind() + " " + path, JSON, "Authorization: " + read).with("{}"));
        }
      }
    }
    return all;
  }
}
