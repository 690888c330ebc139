package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ties each form to the browser that it was sent to, so that no foreign page can send it (CSRF):
 * every form of every page carries a text that only this server can derive from a cookie.
 */
@ApplicationScoped
class FormTokens {

  /** The name of the field. */
  static final String FIELD = "form-token";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String GIVEN = FormTokens.class.getName() + ".given";

  private final byte[] key = random();

  /** Returns the token for the forms of a page; may set a cookie. */
  String give(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(GIVEN) instanceof String given) {
      return given;
    }
    String cookie =
        cookie(request)
            .orElseGet(
                () -> {
                  String fresh = encoded(random());
                  SessionCookie.FORM.write(request, response, fresh);
                  return fresh;
                });
    String token = derive(cookie);
    request.setAttribute(GIVEN, token);
    return token;
  }

  /** Tells whether the form that was sent is one that this browser got. */
  boolean isGiven(HttpServletRequest request) {
    String sent = request.getParameter(FIELD);
    return sent != null
        && cookie(request)
            .map(this::derive)
            .filter(token -> MessageDigest.isEqual(bytes(token), bytes(sent)))
            .isPresent();
  }

  /** Of somebody who is signed in it is the session's, so that a form ends with the session. */
  private static Optional<String> cookie(HttpServletRequest request) {
    boolean signedIn =
        CallerMechanism.found(request)
            .caller()
            .filter(caller -> !caller.key().isEmpty())
            .isPresent();
    return (signedIn ? SessionCookie.SESSION : SessionCookie.FORM).read(request);
  }

  private String derive(String cookie) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return encoded(mac.doFinal(bytes(cookie)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
