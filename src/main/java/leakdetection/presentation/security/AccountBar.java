package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import leakdetection.application.security.Caller;
import leakdetection.application.security.Caller.Proof;
import leakdetection.application.security.SignIn;
import leakdetection.presentation.web.PageView;

/** What every page shows of whoever looks at it, and how they sign out. */
@Named("account")
@RequestScoped
public class AccountBar {

  @Inject HttpServletRequest request;
  @Inject SignIn signIn;
  @Inject PageView page;

  /** Tells whether somebody is signed in; the demo's visitor is not. */
  public boolean isKnown() {
    return caller().filter(caller -> caller.proof() != Proof.DEMO).isPresent();
  }

  public String getName() {
    return caller().map(Caller::name).orElse("");
  }

  /** Returns the role in the reader's language; empty for nobody. */
  public String getRole() {
    return caller().map(caller -> page.texts().get("role." + caller.role().label())).orElse("");
  }

  /** Ends the session with its streams, and goes to where one signs in. */
  public void signOut() {
    FacesContext faces = FacesContext.getCurrentInstance();
    HttpServletResponse response = (HttpServletResponse) faces.getExternalContext().getResponse();
    caller()
        .filter(caller -> caller.proof() == Proof.SESSION)
        .ifPresent(caller -> signIn.end(caller, request.getRemoteAddr()));
    SessionCookie.SESSION.remove(request, response);
    HttpSession kept = request.getSession(false);
    if (kept != null) {
      kept.invalidate();
    }
    Redirect.to(RefusalAnswer.SIGN_IN);
  }

  private Optional<Caller> caller() {
    return CallerMechanism.found(request).caller();
  }
}
