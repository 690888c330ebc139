package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import leakdetection.application.security.Caller;
import leakdetection.presentation.web.RequestException;

/** Whoever sent the present request, for what is done in their own name. */
@RequestScoped
class SignedInCaller {

  @Inject HttpServletRequest request;

  Caller get() {
    return CallerMechanism.found(request).caller().orElseThrow(IllegalStateException::new);
  }

  /**
   * Returns who has an account here.
   *
   * @throws RequestException if it is the demo's visitor, who has none
   */
  Caller withAccount() {
    Caller caller = get();
    if (caller.proof() == Caller.Proof.DEMO) {
      throw new RequestException(
          403, List.of(), "The visitor of the demo has no account. Sign in first.");
    }
    return caller;
  }

  String address() {
    return request.getRemoteAddr();
  }
}
