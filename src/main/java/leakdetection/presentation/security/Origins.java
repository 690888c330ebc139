package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import leakdetection.application.security.Caller;
import leakdetection.application.security.Caller.Proof;
import leakdetection.application.settings.ProductSettings;

/**
 * Tells whether a request was sent by a page that may send it: one of this server, or one whose
 * origin the settings allow. Browsers say where a change or a stream comes from; who is no browser
 * says nothing, and is no danger to whoever is signed in with one.
 */
@ApplicationScoped
class Origins {

  @Inject ProductSettings settings;

  /** Tells whether the request may count as the caller's own wish. */
  boolean allow(HttpServletRequest request, Caller caller) {
    if (!caller.isAmbient()) {
      return true;
    }
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return isOwn(origin, request.getHeader("Host")) || isAllowed(origin);
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return Set.of("same-origin", "none").contains(site);
    }
    return caller.proof() != Proof.SESSION;
  }

  /** Tells whether the settings allow pages of this origin. */
  boolean isAllowed(String origin) {
    return settings.allowedOrigins().stream().map(URI::toString).anyMatch(origin::equals);
  }

  /** A proxy may speak TLS for the server, so the scheme may differ. */
  private static boolean isOwn(String origin, String host) {
    return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
  }
}
