package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import leakdetection.ServerProcess;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in as a browser does at an OpenID provider of the test's own, which signs its tokens. */
class ProviderSignInIT {

  private static final String ISSUER = "plant";
  private static final String CLIENT = "leak-detection";
  private static final String NOWHERE = "/security/sign-in.xhtml?provider=";
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  @TempDir private static Path folder;
  private static MockOAuth2Server provider;
  private static ServerProcess server;
  private static String refusedWhileAway;

  @BeforeAll
  static void startBothTheProviderLast() throws Exception {
    int port = freePort();
    provider = new MockOAuth2Server();
    server =
        new ServerProcess(
            folder,
            Map.of(
                "DEBUG", "false",
                "OIDC__ISSUER", "http://127.0.0.1:%d/%s".formatted(port, ISSUER),
                "OIDC__CLIENT_ID", CLIENT,
                "OIDC__CLIENT_SECRET", "a secret",
                "OIDC__ROLE_CLAIM", "realm_access.roles",
                "OIDC__ROLES", "viewer:staff,engineer:plant-engineers"));
    server.start();
    server.awaitReady();
    server.signIn();
    refusedWhileAway = location(get(server.uri("/security/provider"), ""));
    provider.start(InetAddress.getByName("127.0.0.1"), port);
    awaitSecondTry();
  }

  /** A provider that was away is not asked again at once. */
  private static void awaitSecondTry() throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (location(get(server.uri("/security/provider"), "")).equals(refusedWhileAway)) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  @AfterAll
  static void endBoth() {
    provider.shutdown();
    server.close();
  }

  @Test
  void providerThatCannotBeReachedIsSaidOnThePageAndInTheLog() throws Exception {
    assertThat(refusedWhileAway).isEqualTo(NOWHERE + "out_of_reach");
    assertThat(page(refusedWhileAway))
        .contains("cannot be reached", "href=\"/security/provider?next=%2F\"");
    assertThat(Files.readString(server.log()))
        .contains("Nobody can sign in at the provider: http://127.0.0.1");
  }

  @Test
  void personGetsInWithTheHighestRoleThatTheProviderNamesAndTheRoleFollows() throws Exception {
    HttpResponse<String> in = signIn(person("kari", "staff", "plant-engineers"));

    assertThat(location(in)).isEqualTo("/events/index.xhtml");
    assertThat(account(in)).contains("\"name\":\"kari\"", "\"role\":\"engineer\"");

    HttpResponse<String> again = signIn(person("kari", "staff"));

    assertThat(account(again)).contains("\"name\":\"kari\"", "\"role\":\"viewer\"");
    assertThat(get(server.uri("/api/account"), session(in)).statusCode()).isEqualTo(401);
    assertThat(audit("sign-in with identity provider"))
        .contains("\"actor\":\"kari\"", "\"thing\":\"users\"", "\"role\\\":\\\"VIEWER\\\"");
  }

  @Test
  void personWithoutAMappedRoleIsToldSoAndLeftOutside() throws Exception {
    HttpResponse<String> out = signIn(person("ola", "guests"));

    assertThat(location(out)).isEqualTo(NOWHERE + "no_role");
    assertThat(cookies(out)).noneMatch(cookie -> cookie.startsWith("leakdetection-session="));
    assertThat(page(location(out))).contains("you have no role in this product");
    assertThat(server.send("GET", "/api/audit?text=refused", null, null).body())
        .contains("sign-in with identity provider refused");
  }

  @Test
  void nameOfSomebodyElseIsNotTakenOver() throws Exception {
    assertThat(location(signIn(person("admin", "staff")))).isEqualTo(NOWHERE + "not_admitted");
  }

  @Test
  void answerThatAnotherBrowserGotSignsNobodyIn() throws Exception {
    HttpResponse<String> mine = get(server.uri("/security/provider"), "");
    HttpResponse<String> others = get(server.uri("/security/provider"), "");
    URI back = URI.create(location(get(URI.create(location(mine)), "")));

    for (String cookie : List.of("", cookie(others), cookie(mine) + "x")) {
      assertThat(location(get(back, cookie))).isEqualTo(NOWHERE + "not_asked");
    }
  }

  @Test
  void browserThatNamesNoServerIsRefused() throws Exception {
    RawRequest request = RawRequest.of("GET /security/provider", "Host: a{b");

    assertThat(request.send(server.uri("").getPort()).status()).isEqualTo(400);
  }

  @Test
  void tokenOfYesterdayAndAUsedCodeProveNothing() throws Exception {
    assertThat(location(signIn(token(Map.of(), -3600)))).isEqualTo(NOWHERE + "not_vouched");

    provider.enqueueCallback(person("per", "staff"));
    HttpResponse<String> begun = get(server.uri("/security/provider"), "");
    URI back = URI.create(location(get(URI.create(location(begun)), "")));
    assertThat(location(get(back, cookie(begun)))).isEqualTo("/");
    assertThat(location(get(back, cookie(begun)))).isEqualTo(NOWHERE + "not_vouched");
  }

  private static HttpResponse<String> signIn(DefaultOAuth2TokenCallback callback) throws Exception {
    provider.enqueueCallback(callback);
    HttpResponse<String> begun = get(server.uri("/security/provider?next=/events/index.xhtml"), "");
    assertThat(cookie(begun)).startsWith("leakdetection-sign-in=");
    assertThat(cookies(begun).get(0)).contains("HttpOnly", "SameSite=Lax", "Max-Age=600");
    assertThat(location(begun))
        .contains("code_challenge_method=S256", "state=", "nonce=", "client_id=" + CLIENT);
    HttpResponse<String> asked = get(URI.create(location(begun)), "");
    assertThat(asked.statusCode()).isEqualTo(302);
    return get(URI.create(location(asked)), cookie(begun));
  }

  private static DefaultOAuth2TokenCallback person(String name, String... roles) {
    return token(
        Map.of("preferred_username", name, "realm_access", Map.of("roles", List.of(roles))), 60);
  }

  private static DefaultOAuth2TokenCallback token(Map<String, Object> claims, long seconds) {
    return new DefaultOAuth2TokenCallback(
        ISSUER,
        "subject of " + claims.get("preferred_username"),
        "JWT",
        List.of(CLIENT),
        claims,
        seconds);
  }

  private static String account(HttpResponse<String> in) throws Exception {
    return get(server.uri("/api/account"), session(in)).body();
  }

  private static String audit(String text) throws Exception {
    return server
        .send("GET", "/api/audit?limit=50&text=" + text.replace(" ", "%20"), null, null)
        .body();
  }

  private static String page(String path) throws Exception {
    HttpResponse<String> page = get(server.uri(path), "");
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private static HttpResponse<String> get(URI address, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("Accept-Language", "en");
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return BROWSER.send(request.build(), BodyHandlers.ofString());
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.startsWith(server.uri("/").toString()) && !location.contains("code=")
        ? location.substring(server.uri("").toString().length())
        : location;
  }

  private static List<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie");
  }

  private static String cookie(HttpResponse<String> answer) {
    String first = cookies(answer).get(0);
    return first.substring(0, first.indexOf(';'));
  }

  private static String session(HttpResponse<String> answer) {
    return cookies(answer).stream()
        .filter(cookie -> cookie.startsWith("leakdetection-session="))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
