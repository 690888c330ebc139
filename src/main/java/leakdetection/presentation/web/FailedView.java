package leakdetection.presentation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What the page about a failure says: what happened and what one can do. */
@Named
@RequestScoped
public class FailedView {

  static final String STATUS = "leakdetection.failed.status";
  static final String ADDRESS = "leakdetection.failed.address";

  private static final int NOT_FOUND = 404;

  @Inject HttpServletRequest request;
  @Inject PageView page;

  /** Returns the answer's status; who looks at this page without a failure finds nothing here. */
  public int getStatus() {
    return request.getAttribute(STATUS) instanceof Integer status ? status : NOT_FOUND;
  }

  /** Returns what happened. */
  public String getTitle() {
    return page.texts().get("failed." + kind());
  }

  /** Returns what one can do about it. */
  public String getAdvice() {
    return page.texts().get("failed." + kind() + ".advice");
  }

  /** Returns the address to try again; empty where that makes no sense. */
  public String getAgain() {
    boolean useful = getStatus() == 409 || getStatus() >= 500;
    return useful && request.getAttribute(ADDRESS) instanceof String address ? address : "";
  }

  private String kind() {
    return switch (getStatus()) {
      case 401 -> "401";
      case 403 -> "403";
      case 404 -> "404";
      case 409 -> "expired";
      default -> getStatus() < 500 ? "400" : "500";
    };
  }
}
