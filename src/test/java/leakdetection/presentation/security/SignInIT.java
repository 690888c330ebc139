package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import leakdetection.Administrator;
import leakdetection.RunningServer;
import leakdetection.domain.security.Role;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

/** Signing in and out as a browser does, and what the audit log says of it. */
class SignInIT extends RunningServer {

  private static final Pattern HIDDEN =
      Pattern.compile("name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");
  private static final String SIGN_IN = "/security/sign-in.xhtml";

  @Test
  void sessionBeginsWithTheFormAndEndsWithItsStreamsAtSignOut() throws Exception {
    String name = "session." + System.nanoTime();
    People.add(name, Role.VIEWER);
    String cookie = signIn(name, People.PASSWORD);
    assertThat(withCookie("/api/account", cookie).result()).containsEntry("name", name);

    CompletableFuture<Integer> closed = new CompletableFuture<>();
    client()
        .newWebSocketBuilder()
        .header("Cookie", cookie)
        .header("Origin", uri("").toString())
        .buildAsync(webSocketUri("/api/events/system"), new Ending(closed))
        .get(30, TimeUnit.SECONDS);
    Answer out = submit("/security/account.xhtml", "out", Map.of(), cookie);

    assertThat(out.status()).isEqualTo(302);
    assertThat(closed.get(30, TimeUnit.SECONDS)).isEqualTo(4401);
    // The demo's visitor is let in, but is not that user.
    assertThat(withCookie("/api/account", cookie).result()).containsEntry("proof", "demo");
  }

  @Test
  void eachSignInHasASecretOfItsOwn() {
    String name = "rotation." + System.nanoTime();
    People.add(name, Role.VIEWER);

    String first = signIn(name, People.PASSWORD);
    Answer again =
        submit(SIGN_IN, "signIn", Map.of("name", name, "password", People.PASSWORD), first);

    assertThat(session(again)).isNotEqualTo(first);
  }

  @Test
  void guessingIsMadeToWaitWhateverIsGuessed() {
    String name = "guessed." + System.nanoTime();
    People.add(name, Role.VIEWER);
    for (int i = 0; i < 5; i++) {
      assertThat(account(name, "wrong " + i).status()).isIn(401, 429);
    }
    Answer refused = account(name, People.PASSWORD + "?");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isPresent();
  }

  @Test
  void lockedOutUserIsOutAtOnceAndTokensWithThem() {
    String name = "locked." + System.nanoTime();
    String authorization = People.add(name, Role.OPERATOR);
    String token = People.token(authorization, "read");
    assertThat(People.send("GET", "/api/fields", token, null).status()).isEqualTo(200);
    Object id =
        People.send("GET", "/api/users", Administrator.authorization(), null).list().stream()
            .filter(user -> user.get("name").equals(name))
            .findFirst()
            .orElseThrow()
            .get("id");

    Answer refused = change(Map.of("id", id), "{\"locked\": true}");
    Answer changed = change(Map.of("id", id), "{\"state\": \"locked_out\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("what can be sent is role, state.");
    assertThat(changed.result()).containsEntry("state", "locked_out");
    assertThat(People.send("GET", "/api/fields", token, null).status()).isEqualTo(401);
    assertThat(account(name, People.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void lastAdministratorStays() {
    List<Map<String, Object>> administrators =
        People.send("GET", "/api/users", Administrator.authorization(), null).list().stream()
            .filter(user -> user.get("role").equals("administrator"))
            .toList();
    // Those whom other tests made.
    administrators.stream()
        .filter(user -> !user.get("name").equals(Administrator.NAME))
        .forEach(user -> change(user, "{\"state\": \"locked_out\"}"));

    Answer refused =
        administrators.stream()
            .filter(user -> user.get("name").equals(Administrator.NAME))
            .map(user -> change(user, "{\"role\": \"viewer\"}"))
            .findFirst()
            .orElseThrow();

    assertThat(refused.status()).isEqualTo(409);
  }

  private static Answer change(Map<String, Object> user, String json) {
    return People.send(
        "PATCH", "/api/users/" + user.get("id"), Administrator.authorization(), json);
  }

  @Test
  void changeIsInTheAuditLogWithBeforeAndAfterAndNobodyRemovesIt() {
    long template = Api.newTemplate(1);
    String path = "/api/templates/" + template;
    People.send("PATCH", path, Administrator.authorization(), "{\"angleFromNorth\": 46}");

    Map<String, Object> entry =
        People.send(
                "GET",
                "/api/audit?limit=1&text=PATCH%20" + path,
                Administrator.authorization(),
                null)
            .list()
            .get(0);
    assertThat(entry)
        .containsEntry("actor", Administrator.NAME)
        .containsEntry("thing", "templates")
        .containsEntry("before", "{\"angle_from_north\":45.0}")
        .containsEntry("after", "{\"angle_from_north\":46.0}");
    for (String tampering :
        List.of("update audit_entries set actor = 'eve'", "delete from audit_entries")) {
      assertThatThrownBy(() -> run(tampering)).hasMessageContaining("append-only");
    }
    assertThat(
            People.send("GET", "/api/audit/verification", Administrator.authorization(), null)
                .result())
        .containsEntry("intact", true);
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static Answer account(String name, String password) {
    return People.send("GET", "/api/account", Administrator.basic(name, password), null);
  }

  private static String signIn(String name, String password) {
    Answer answer = submit(SIGN_IN, "signIn", Map.of("name", name, "password", password), "");
    assertThat(answer.status()).isEqualTo(302);
    return session(answer);
  }

  private static String session(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("leakdetection-session="))
        .peek(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static Answer withCookie(String path, String cookie) {
    return Api.send(HttpRequest.newBuilder(uri(path)).header("Cookie", cookie));
  }

  /** Loads a page, fills in a form of it and sends it, as a browser would. */
  private static Answer submit(
      String path, String form, Map<String, String> fields, String cookie) {
    Answer page = withCookie(path, cookie.isEmpty() ? "none=none" : cookie);
    Matcher found =
        Pattern.compile("<form id=\"" + form + "\".*?</form>", Pattern.DOTALL).matcher(page.body());
    assertThat(found.find()).isTrue();
    Map<String, String> all = new java.util.LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(found.group());
    while (hidden.find()) {
      all.put(hidden.group(1), hidden.group(2));
    }
    fields.forEach((name, value) -> all.put(form + ":" + name, value));
    all.put(form + ":go", "go");
    String cookies =
        page.response().headers().allValues("Set-Cookie").stream()
            .map(given -> given.substring(0, given.indexOf(';')))
            .collect(Collectors.joining("; "));
    String body =
        all.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return Api.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", uri("").toString())
            .header("Cookie", cookie.isEmpty() ? cookies : cookie + "; " + cookies)
            .POST(BodyPublishers.ofString(body)));
  }

  private record Ending(CompletableFuture<Integer> closed) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }
  }
}
