package leakdetection.presentation.security;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import leakdetection.domain.security.Role;

/** Requests of somebody who is not who they say, comes from elsewhere or may do less. */
final class ForgedRequests {

  private static final List<String> STREAMS =
      List.of(
          "/api/events/system",
          "/api/events/overview",
          "/api/sensors/1/time-series-data",
          "/api/sensors/1/anomaly-detections",
          "/api/events/sensors/1");

  private final Random random;

  ForgedRequests(long seed) {
    random = new Random(seed);
  }

  List<RawRequest> all() {
    List<RawRequest> all = new ArrayList<>();
    all.addAll(forgedCredentials());
    all.addAll(foreignPages());
    all.addAll(foreignSockets());
    all.addAll(tooHighReaches());
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
    for (String change : HostileTexts.CHANGES) {
      all.add(RawRequest.of(change, HostileTexts.JSON, "X-Forwarded-For: 192.0.2.7").with("{}"));
      all.add(RawRequest.of(change, HostileTexts.JSON, "Host: attacker.example").with("{}"));
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
    for (String change : HostileTexts.CHANGES) {
      for (String origin : origins) {
        all.add(
            RawRequest.of(change, HostileTexts.JSON, "Origin: " + origin)
                .with("{\"name\": \"Hostile\", \"angleFromNorth\": 1}"));
      }
      all.add(RawRequest.of(change, HostileTexts.JSON, "Sec-Fetch-Site: cross-site").with("{}"));
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
              RawRequest.of(entry.kind() + " " + path, HostileTexts.JSON, "Authorization: " + push)
                  .with("{}"));
        }
        if (entry.minimum().get() != Role.VIEWER) {
          all.add(
              RawRequest.of(entry.kind() + " " + path, HostileTexts.JSON, "Authorization: " + write)
                  .with("{}"));
        }
        if (entry.restriction() == AccessEntry.Restriction.PERSON) {
          all.add(
              RawRequest.of(entry.kind() + " " + path, HostileTexts.JSON, "Authorization: " + read)
                  .with("{}"));
        }
      }
    }
    return all;
  }
}
