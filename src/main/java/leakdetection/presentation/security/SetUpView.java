package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import leakdetection.application.security.FirstAdministrator;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.web.PageView;

/** What {@code security/set-up.xhtml} asks for. */
@Named
@RequestScoped
public class SetUpView {

  @Inject FirstAdministrator firstAdministrator;
  @Inject PageView page;
  @Inject HttpServletRequest request;

  private String key;
  private String name = "";
  private String password = "";
  private String again = "";
  private String problem = "";

  /** Makes the first administrator, who then signs in. */
  public void setUp() {
    if (!String.valueOf(password).equals(again)) {
      problem = page.texts().get("security.notAgain");
      return;
    }
    try {
      firstAdministrator.setUp(key, name, password);
      Redirect.to(RefusalAnswer.SIGN_IN);
    } catch (RefusedException refused) {
      problem = page.texts().told(refused.getMessage());
    }
  }

  /** Returns the key of the link that was opened. */
  public String getKey() {
    return key == null ? request.getParameter("key") : key;
  }

  public void setKey(String key) {
    this.key = key;
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

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }

  public String getProblem() {
    return problem;
  }
}
