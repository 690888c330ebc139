package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import leakdetection.RunningServer;
import leakdetection.domain.security.Role;
import leakdetection.presentation.security.Doors.Door;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.ApiDescription;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everybody at every door: nobody, each role, and each kind of token, at each operation of the
 * API's description, each view and each stream. Whoever may, gets any answer but a refusal; whoever
 * may not, gets one.
 */
class RoleMatrixIT extends RunningServer {

  /** No sensor, template and so on has it, so that nothing is changed by who may. */
  private static final String NOTHING = "987654321";

  private final List<String> surprises = new ArrayList<>();
  private int allowed;
  private int refused;

  /** While there is no administrator, nobody gets another answer. */
  @BeforeAll
  static void thereIsAnAdministrator() {
    People.authorization(Role.ADMINISTRATOR);
  }

  @Test
  void everyOperationLetsInWhomItShould() throws IOException, InterruptedException {
    List<ApiDescription.Operation> operations = ApiDescription.ofServer().operations();
    assertThat(operations).hasSizeGreaterThan(60);
    for (ApiDescription.Operation operation : operations) {
      for (String path : paths(operation.path())) {
        check(
            operation.method(),
            path,
            authorization -> status(operation.method(), path, authorization));
      }
    }
    assertNoSurprise();
  }

  @Test
  void everyViewLetsInWhomItShould() {
    for (Door view : Doors.views()) {
      check("GET", view.path(), authorization -> status("GET", view.path(), authorization));
    }
    assertNoSurprise();
  }

  @Test
  void everyStreamLetsInWhomItShould() {
    for (Door stream : Doors.streams()) {
      String path = stream.path().replace("/7/", "/" + NOTHING + "/");
      check("STREAM", path, authorization -> handshake(path, authorization));
    }
    assertNoSurprise();
  }

  @FunctionalInterface
  private interface Attempt {
    int status(String authorization);
  }

  private void check(String asked, String path, Attempt attempt) {
    Optional<AccessEntry> entry = AccessTable.find(asked, path);
    if (entry.isEmpty()) {
      surprises.add("%s %s has no line in AccessTable".formatted(asked, path));
      return;
    }
    Optional<Role> minimum = entry.get().minimum();
    expect(minimum.isEmpty(), asked + " " + path + " by nobody", attempt.status(null));
    for (Role role : Role.values()) {
      boolean may = minimum.isEmpty() || role.includes(minimum.get());
      expect(
          may,
          "%s %s by %s".formatted(asked, path, role),
          attempt.status(People.authorization(role)));
    }
  }

  private void expect(boolean may, String what, int status) {
    boolean isRefused = status == 401 || status == 403 || status == 302;
    if (isRefused == may || status >= 500) {
      surprises.add("%s: %d".formatted(what, status));
    }
    if (may) {
      allowed++;
    } else {
      refused++;
    }
  }

  private void assertNoSurprise() {
    assertThat(surprises).isEmpty();
    assertThat(allowed).isPositive();
    assertThat(refused).isPositive();
    System.out.printf("Role matrix: %d allowed and %d refused cases.%n", allowed, refused);
  }

  /** A parameter that can only be one of three words stands for each of them. */
  private static List<String> paths(String described) {
    String path = described.replaceAll("\\{(?!kind)[^}]+}", NOTHING);
    return path.contains("{kind}")
        ? List.of(
            path.replace("{kind}", "currents"),
            path.replace("{kind}", "waves"),
            path.replace("{kind}", "leaks"))
        : List.of(path);
  }

  private static int status(String method, String path, String authorization) {
    String body = method.equals("GET") || method.equals("DELETE") ? null : "{}";
    Answer answer = People.send(method, path, authorization, body);
    return answer.status();
  }

  private static int handshake(String path, String authorization) {
    WebSocket.Builder builder = client().newWebSocketBuilder();
    if (authorization == null) {
      builder.header("X-Forwarded-For", "192.0.2.7");
    } else {
      builder.header("Authorization", authorization);
    }
    try {
      builder.buildAsync(webSocketUri(path), new WebSocket.Listener() {}).join().abort();
      return 101;
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof WebSocketHandshakeException refusal) {
        return refusal.getResponse().statusCode();
      }
      throw failed;
    }
  }
}
