package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import leakdetection.presentation.web.FailedServlet;
import leakdetection.presentation.web.JsonFormat;
import leakdetection.presentation.web.Problem;

/** Tells whoever is not let in why: a problem for programs, the way to sign in for people. */
@ApplicationScoped
class RefusalAnswer {

  static final String SIGN_IN = "/security/sign-in.xhtml";

  @Inject Origins origins;
  @Inject JsonFormat format;

  void send(HttpServletRequest request, HttpServletResponse response, Asked asked, Refusal refusal)
      throws IOException {
    if (refusal.status() == 401 && asked.isPageLoad()) {
      response.setHeader("Cache-Control", "no-store");
      response.sendRedirect(SIGN_IN + "?next=" + encoded(request));
      return;
    }
    if (refusal.status() == 405) {
      response.setHeader("Allow", String.join(", ", AccessTable.methods(asked.path())));
    }
    addHeaders(request, response, refusal);
    FailedServlet.fail(request, response, refusal.status(), refusal.message());
  }

  /**
   * Refuses a header Authorization so that nothing behind can answer otherwise: Open Liberty
   * 26.0.0.5 reads the header again for its own records, and fails on what is not base64.
   */
  void sendAtOnce(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    SecurityHeaders.add(request, response);
    addHeaders(request, response, refusal);
    format.write(
        response,
        Problem.of(refusal.status(), request.getRequestURI(), refusal.message(), List.of()));
    response.flushBuffer();
  }

  private void addHeaders(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
    refusal
        .retryAfter()
        .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(wait.toSeconds())));
    if (refusal.status() == 401) {
      response.addHeader("WWW-Authenticate", "Bearer realm=\"Leak Detection\"");
      // A browser would open a window of its own for it.
      if (request.getHeader("Sec-Fetch-Mode") == null) {
        response.addHeader("WWW-Authenticate", "Basic realm=\"Leak Detection\", charset=\"UTF-8\"");
      }
    }
    String origin = request.getHeader("Origin");
    if (origin != null && origins.isAllowed(origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.addHeader("Vary", "Origin");
    }
  }

  private static String encoded(HttpServletRequest request) {
    String query = request.getQueryString();
    return URLEncoder.encode(
        request.getRequestURI() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
  }
}
