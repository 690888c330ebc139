package leakdetection.presentation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import leakdetection.application.settings.ProductSettings;

/**
 * Lets pages of the allowed origins call the API from a browser (the Fetch standard's CORS
 * protocol). An origin must match exactly; there is no wildcard.
 */
@Provider
@PreMatching
@ApplicationScoped
public class CrossOriginFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String ORIGIN = "Origin";
  private static final String METHOD = "Access-Control-Request-Method";

  @Inject ProductSettings settings;

  /** Answers the question that a browser asks before the request itself. */
  @Override
  public void filter(ContainerRequestContext request) {
    if (isPreflight(request)) {
      request.abortWith(Response.noContent().build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.add("Vary", ORIGIN);
    String origin = request.getHeaderString(ORIGIN);
    if (origin == null || !isAllowed(origin)) {
      return;
    }
    headers.putSingle("Access-Control-Allow-Origin", origin);
    if (isPreflight(request)) {
      headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
      headers.putSingle(
          "Access-Control-Allow-Headers", "Accept, Authorization, Content-Encoding, Content-Type");
      headers.putSingle("Access-Control-Max-Age", "600");
    } else {
      headers.putSingle("Access-Control-Expose-Headers", "Link, Location, Retry-After");
    }
  }

  private static boolean isPreflight(ContainerRequestContext request) {
    return HttpMethod.OPTIONS.equals(request.getMethod())
        && request.getHeaderString(ORIGIN) != null
        && request.getHeaderString(METHOD) != null;
  }

  private boolean isAllowed(String origin) {
    return settings.allowedOrigins().stream().map(URI::toString).anyMatch(origin::equals);
  }
}
