package leakdetection.presentation.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import leakdetection.domain.security.Role;

/** Addresses and bodies with something hostile in them: paths, statements, sizes, types. */
final class HostileTexts {

  static final String JSON = "Content-Type: application/json";

  /** Requests that change something. */
  static final List<String> CHANGES =
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

  private final Random random;

  HostileTexts(long seed) {
    random = new Random(seed);
  }

  List<RawRequest> all() {
    List<RawRequest> all = new ArrayList<>();
    all.addAll(traversals());
    all.addAll(injections());
    all.addAll(oversized());
    all.addAll(wrongTypes());
    return all;
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
}
