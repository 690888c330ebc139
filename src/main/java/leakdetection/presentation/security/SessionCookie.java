package leakdetection.presentation.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cookie that holds a secret: no script reads it, no foreign page sends it with a change, and
 * with TLS it never travels without.
 */
enum SessionCookie {
  /** Of whoever is signed in. */
  SESSION("leakdetection-session"),
  /** Of whoever fills in a form before that. */
  FORM("leakdetection-form"),
  /** Of whoever is at the identity provider at the moment. */
  SIGN_IN("leakdetection-sign-in");

  private final String label;

  SessionCookie(String label) {
    this.label = label;
  }

  Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(label))
            .map(Cookie::getValue)
            .findFirst();
  }

  /** Gives a browser a session; forms that it got before end with its earlier one. */
  static void begin(HttpServletRequest request, HttpServletResponse response, String secret) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    SESSION.write(request, response, secret);
  }

  void write(HttpServletRequest request, HttpServletResponse response, String secret) {
    response.addHeader("Set-Cookie", text(request, secret));
  }

  void write(
      HttpServletRequest request, HttpServletResponse response, String secret, Duration kept) {
    response.addHeader("Set-Cookie", text(request, secret) + "; Max-Age=" + kept.toSeconds());
  }

  void remove(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Set-Cookie", text(request, "") + "; Max-Age=0");
  }

  private String text(HttpServletRequest request, String value) {
    return "%s=%s; Path=/; HttpOnly; SameSite=Lax%s"
        .formatted(label, value, request.isSecure() ? "; Secure" : "");
  }
}
