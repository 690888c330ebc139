package leakdetection.presentation.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Answers what failed before the REST API, or outside of it: a page for people, a {@link Problem}
 * for programs. Neither says which server this is.
 */
public class FailedServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String MESSAGE = FailedServlet.class.getName() + ".message";
  private static final Set<Integer> KNOWN = Set.of(401, 403, 404, 405);
  private static final int DEEPEST_CAUSE = 20;
  private static final Logger LOG = Logger.getLogger(FailedServlet.class.getName());

  @Inject transient JsonFormat format;
  @Inject transient PageView view;

  /**
   * Answers a request that goes no further.
   *
   * @param message what is wrong and what is allowed; nothing that the request brought
   */
  public static void fail(
      HttpServletRequest request, HttpServletResponse response, int status, String message)
      throws IOException {
    request.setAttribute(MESSAGE, message);
    response.sendError(status);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return; // It was answered before it failed.
    }
    int status = status(request);
    response.setStatus(status);
    String message =
        request.getAttribute(MESSAGE) instanceof String given ? given : message(status);
    if (wantsPage(request)) {
      showPage(request, response, status);
    } else {
      format.write(response, Problem.of(status, path(request), message, List.of()));
    }
  }

  /** Who comes here without a failure looks for something that is not here. */
  private static int status(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
    if (failed && isCausedBy(request, ViewExpiredException.class::isInstance)) {
      return HttpServletResponse.SC_CONFLICT;
    }
    if (failed && isCausedBy(request, FailedServlet::isUnreadableAddress)) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    return failed && status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
  }

  /** The server's own check of an address that leads out of the root (Open Liberty 26.0.0.5). */
  private static boolean isUnreadableAddress(Throwable thrown) {
    return thrown instanceof IllegalArgumentException
        && "Non-valid URI.".equals(thrown.getMessage());
  }

  private static boolean isCausedBy(HttpServletRequest request, Predicate<Throwable> cause) {
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
        && Stream.iterate(thrown, each -> each != null, Throwable::getCause)
            .limit(DEEPEST_CAUSE)
            .anyMatch(cause);
  }

  private static String path(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        .map(Object::toString)
        .orElseGet(request::getRequestURI);
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accepted = request.getHeader("Accept");
    return accepted != null && accepted.contains("text/html");
  }

  private static String message(int status) {
    return switch (status) {
      case 401 -> "Sign in first.";
      case 403 -> "This is not allowed.";
      case 404 -> "There is nothing at this address.";
      case 409 -> "The page was open for too long; open it anew.";
      case 405 -> "The method is not possible here.";
      default ->
          status < 500
              ? "The request cannot be understood."
              : "The server failed; its log says why.";
    };
  }

  /** The page of the layout; if that is what failed, one that needs nothing. */
  private void showPage(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    try {
      request.setAttribute(FailedView.STATUS, status);
      request.setAttribute(FailedView.ADDRESS, path(request));
      request.getRequestDispatcher("/layout/failed.xhtml").forward(request, response);
    } catch (ServletException | RuntimeException failure) {
      LOG.log(Level.WARNING, "The page about a failure failed itself.", failure);
      if (!response.isCommitted()) {
        response.resetBuffer();
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page(status));
      }
    }
  }

  private String page(int status) {
    Texts texts = view.texts();
    String key = "failed." + status;
    String sentence =
        texts.get(KNOWN.contains(status) ? key : "failed." + (status < 500 ? 400 : 500));
    return """
        <!DOCTYPE html>
        <html lang="%s" data-theme="%s">
        <head>
          <meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%s</title>
          <link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/layout/page.css">
        </head>
        <body>
          <main class="failed">
            <p><a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28"> %s</a></p>
            <section class="panel"><h1>%s</h1><p>%s</p><p><a class="button" href="/">%s</a></p></section>
          </main>
        </body>
        </html>
        """
        .formatted(
            texts.language(),
            view.getTheme(),
            texts.get("product"),
            texts.get("product"),
            sentence,
            texts.get("failed.advice"),
            texts.get("failed.first"));
  }
}
