package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import leakdetection.RunningServer;
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
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat |Exception|leakdetection\\.\\w+\\.|org\\.sqlite|Liberty|WebSphere|MyFaces|root:x:0"
              + "|<web-app|password_hash|SRVE\\d|WSEP");

  @Test
  void noneSucceedsAndNoneMakesTheServerFail() throws IOException {
    List<RawRequest> attacks = new ArrayList<>(new HostileTexts(SEED).all());
    attacks.addAll(new ForgedRequests(SEED).all());
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
      Reply reply =
          RawRequest.of(address, "Authorization: Basic " + text, HostileTexts.JSON).send(PORT);

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
}
