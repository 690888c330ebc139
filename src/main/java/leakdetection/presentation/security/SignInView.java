package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import leakdetection.application.security.SignIn;
import leakdetection.application.security.SignInRefusedException;
import leakdetection.presentation.web.PageView;

/** What {@code security/sign-in.xhtml} asks for. */
@Named
@RequestScoped
public class SignInView {

  @Inject SignIn signIn;
  @Inject PageView page;
  @Inject HttpServletRequest request;

  private String name = "";
  private String password = "";
  private String next;
  private String problem = "";

  /** Begins a session under a secret that nobody can have known before; old forms end with it. */
  public void signIn() {
    try {
      String secret =
          signIn.begin(
              name == null ? "" : name, password == null ? "" : password, request.getRemoteAddr());
      HttpSession before = request.getSession(false);
      if (before != null) {
        before.invalidate();
      }
      SessionCookie.SESSION.write(
          request,
          (HttpServletResponse)
              FacesContext.getCurrentInstance().getExternalContext().getResponse(),
          secret);
      Redirect.to(Redirect.local(next));
    } catch (SignInRefusedException refused) {
      problem =
          refused
              .retryAfter()
              .map(wait -> page.texts().get("security.tooOften", wait.toSeconds()))
              .orElseGet(() -> page.texts().get("security.wrong"));
    }
  }

  /** Returns where to go afterwards; the first page unless the address names another one. */
  public String getNext() {
    return next == null ? Redirect.local(request.getParameter("next")) : next;
  }

  public void setNext(String next) {
    this.next = next;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** Returns why nobody was let in; empty before the first try. */
  public String getProblem() {
    return problem;
  }
}
