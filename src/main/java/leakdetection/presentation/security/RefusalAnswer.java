package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import leakdetection.presentation.web.FailedServlet;

/** Tells whoever is not let in why: a problem for programs, the way to sign in for people. */
@ApplicationScoped
class RefusalAnswer {

  static final String SIGN_IN = "/security/sign-in.xhtml";

  @Inject Origins origins;

  void send(HttpServletRequest request, HttpServletResponse response, Asked asked, Refusal refusal)
      throws IOException {
    refusal
        .retryAfter()
        .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(wait.toSeconds())));
    switch (refusal.status()) {
      case 401 -> {
        if (asked.isPageLoad() && request.getHeader("Authorization") == null) {
          response.setHeader("Cache-Control", "no-store");
          response.sendRedirect(SIGN_IN + "?next=" + encoded(request));
          return;
        }
        response.addHeader("WWW-Authenticate", "Bearer realm=\"Leak Detection\"");
        // A browser would open a window of its own for it.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
          response.addHeader(
              "WWW-Authenticate", "Basic realm=\"Leak Detection\", charset=\"UTF-8\"");
        }
      }
      case 405 -> response.setHeader("Allow", String.join(", ", AccessTable.methods(asked.path())));
      default -> {
        // Nothing but the message.
      }
    }
    String origin = request.getHeader("Origin");
    if (origin != null && origins.isAllowed(origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.addHeader("Vary", "Origin");
    }
    FailedServlet.fail(request, response, refusal.status(), refusal.message());
  }

  private static String encoded(HttpServletRequest request) {
    String query = request.getQueryString();
    return URLEncoder.encode(
        request.getRequestURI() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
  }
}
