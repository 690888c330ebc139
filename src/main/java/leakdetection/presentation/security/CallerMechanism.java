package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import leakdetection.domain.security.Role;
import leakdetection.presentation.security.Credentials.Found;

/**
 * Says who calls, for pages, API and streams alike. Whether they may is the {@link AccessFilter}'s
 * to say, which every request meets next: Open Liberty 26.0.0.5 goes on with a request to an
 * address without a constraint even if the mechanism refuses it.
 *
 * <p>The server asks again for a page that answers a failure; the first answer stays.
 */
@ApplicationScoped
public class CallerMechanism implements HttpAuthenticationMechanism {

  private static final String FOUND = CallerMechanism.class.getName() + ".found";

  @Inject Credentials credentials;
  @Inject RefusalAnswer answer;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (!(request.getAttribute(FOUND) instanceof Found)) {
      Found found = credentials.find(request);
      request.setAttribute(FOUND, found);
      if (found.refusal().isPresent()) {
        refuse(request, response, found.refusal().get());
      }
    }
    // The container must know the caller only for a stream, which can ask nobody else: for every
    // caller that it is told of, Open Liberty signs a token with RSA, a third of a small request.
    return found(request)
        .caller()
        .filter(caller -> Asked.isStream(request))
        .map(caller -> context.notifyContainerAboutLogin(caller, rolesUpTo(caller.role())))
        .orElseGet(context::doNothing);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
    try {
      answer.sendAtOnce(request, response, refusal);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Returns who sent the request, as far as it was found. */
  static Found found(HttpServletRequest request) {
    return request.getAttribute(FOUND) instanceof Found found ? found : Found.NOBODY;
  }

  private static Set<String> rolesUpTo(Role role) {
    return Arrays.stream(Role.values())
        .filter(role::includes)
        .map(Role::label)
        .collect(Collectors.toUnmodifiableSet());
  }
}
