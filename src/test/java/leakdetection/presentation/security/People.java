package leakdetection.presentation.security;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.Map;
import leakdetection.Administrator;
import leakdetection.RunningServer;
import leakdetection.domain.security.Role;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;

/** One user of each role on the shared server, made like all users are. */
public final class People {

  /** The password that each has chosen. */
  public static final String PASSWORD = "a password of one's own";

  private static final Map<Role, String> AUTHORIZATIONS = new EnumMap<>(Role.class);

  private People() {}

  /** Returns the header Authorization of somebody with the role. */
  static synchronized String authorization(Role role) {
    return role == Role.ADMINISTRATOR
        ? Administrator.authorization()
        : AUTHORIZATIONS.computeIfAbsent(role, each -> add(name(each), each));
  }

  static String name(Role role) {
    return "matrix." + role.label();
  }

  /** Adds a user who has chosen a password, and returns the header Authorization. */
  public static String add(String name, Role role) {
    String first = "the first password";
    Answer added =
        send(
            "POST",
            "/api/users",
            Administrator.authorization(),
            "{\"name\": \"%s\", \"role\": \"%s\", \"password\": \"%s\"}"
                .formatted(name, role.label(), first));
    Answer changed =
        send(
            "PUT",
            "/api/account/password",
            Administrator.basic(name, first),
            "{\"old\": \"%s\", \"new\": \"%s\"}".formatted(first, PASSWORD));
    if (added.status() != 201 || changed.status() != 204) {
      throw new IllegalStateException(added.body() + changed.body());
    }
    return Administrator.basic(name, PASSWORD);
  }

  /** Issues a token in the name of whoever is authorized, and returns its header. */
  static String token(String authorization, String scope) {
    Answer issued =
        send(
            "POST",
            "/api/tokens",
            authorization,
            "{\"name\": \"%s\", \"scopes\": [\"%s\"]}".formatted(Api.newName(), scope));
    return "Bearer " + issued.result().get("token");
  }

  /** Sends a request; nobody's, if the header is null, even while the demo runs. */
  static Answer send(String method, String path, String authorization, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(RunningServer.uri(path))
            .header("Content-Type", "application/json")
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (authorization == null) {
      request.header("X-Forwarded-For", "192.0.2.7");
    } else {
      request.header("Authorization", authorization);
    }
    return Api.send(request);
  }
}
