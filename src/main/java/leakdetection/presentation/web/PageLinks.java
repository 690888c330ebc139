package leakdetection.presentation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.ext.Provider;

/** Links a page of a list to the next one, in the header {@code Link} (RFC 8288). */
@Provider
@ApplicationScoped
public class PageLinks implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Page page && page.next() != null) {
      response
          .getHeaders()
          .add(
              HttpHeaders.LINK,
              Link.fromUriBuilder(
                      request
                          .getUriInfo()
                          .getRequestUriBuilder()
                          .replaceQueryParam("cursor", page.next()))
                  .rel("next")
                  .build());
    }
  }
}
