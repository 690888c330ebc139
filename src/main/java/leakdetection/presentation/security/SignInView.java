package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leakdetection.application.security.ProviderException;
import leakdetection.application.security.ProviderSignIn;
import leakdetection.application.security.SignIn;
import leakdetection.application.security.SignInRefusedException;
import leakdetection.presentation.web.PageView;

/** What {@code security/sign-in.xhtml} asks for. */
@Named
@RequestScoped
public class SignInView {

  private static final Set<String> REASONS =
      Stream.concat(
              Arrays.stream(ProviderException.Reason.values())
                  .map(reason -> reason.name().toLowerCase(Locale.ROOT)),
              Stream.of("too_often"))
          .collect(Collectors.toUnmodifiableSet());

  @Inject SignIn signIn;
  @Inject ProviderSignIn provider;
  @Inject PageView page;
  @Inject HttpServletRequest request;

  private String name = "";
  private String password = "";
  private String next;
  private String problem;

  /** Begins a session under a secret that nobody can have known before; old forms end with it. */
  public void signIn() {
    try {
      String secret =
          signIn.begin(
              name == null ? "" : name, password == null ? "" : password, request.getRemoteAddr());
      SessionCookie.begin(
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

  /**
   * Returns why nobody was let in, here or at the identity provider; empty before the first try.
   */
  public String getProblem() {
    if (problem != null) {
      return problem;
    }
    String reason = request.getParameter("provider");
    return REASONS.contains(reason == null ? "" : reason)
        ? page.texts().get("security.provider." + reason)
        : "";
  }

  /** Tells whether somebody else vouches for people, too. */
  public boolean isProviderKnown() {
    return provider.isPossible();
  }

  /** Returns where one signs in at the identity provider. */
  public String getProviderAddress() {
    return ProviderServlet.BEGIN
        + "?next="
        + URLEncoder.encode(Redirect.local(getNext()), StandardCharsets.UTF_8);
  }
}
