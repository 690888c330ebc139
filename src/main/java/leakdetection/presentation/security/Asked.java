package leakdetection.presentation.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * What a request asks for, in the words of the {@link AccessTable}.
 *
 * @param method GET, POST, PUT, PATCH, DELETE or STREAM; HEAD counts as GET, others stay
 * @param path the address as the server understands it, decoded; a folder means its index
 */
record Asked(String method, String path) {

  private static final Set<String> SERVLETS =
      Set.of("/failed", ProviderServlet.BEGIN, ProviderServlet.END);

  static Asked of(HttpServletRequest request) {
    String info = request.getPathInfo();
    return new Asked(method(request), path(request.getServletPath() + (info == null ? "" : info)));
  }

  /**
   * Tells whether the address reads alike for everybody: no parameters between slashes, no empty or
   * relative parts, no encoded separators.
   */
  static boolean isPlain(String uri) {
    String written = uri.toLowerCase(Locale.ROOT);
    return !written.contains(";")
        && !written.contains("//")
        && !written.contains("\\")
        && !written.contains("%2f")
        && !written.contains("%5c")
        && !written.contains("%00")
        && !written.replace("%2e", ".").matches(".*/\\.{1,2}(/.*)?");
  }

  /**
   * Tells whether an address with its query is written as RFC 3986 wants it. What must be encoded
   * and is not, such as braces, is read differently by everybody behind this door.
   */
  static boolean isWellWritten(String uri, String query) {
    try {
      new URI(query == null ? uri : uri + "?" + query);
      return true;
    } catch (URISyntaxException unencoded) {
      return false;
    }
  }

  /** Tells whether it may change something. */
  boolean isChange() {
    return !method.equals("GET") && !method.equals("STREAM");
  }

  /** Tells whether it is a form that was filled in on a page. */
  boolean isForm() {
    return method.equals("POST") && path.endsWith(".xhtml");
  }

  /** Tells whether a person looks at a page. */
  boolean isPageLoad() {
    return method.equals("GET") && (path.endsWith(".xhtml") || path.endsWith(".html"));
  }

  /** Returns it on one line, however it was sent. */
  @Override
  public String toString() {
    String line = (method + " " + path).replaceAll("[\\p{Cntrl}\u2028\u2029]", "?");
    return line.length() > 300 ? line.substring(0, 300) : line;
  }

  /** Tells whether the request opens a stream. */
  static boolean isStream(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private static String method(HttpServletRequest request) {
    String method = request.getMethod();
    if (isStream(request)) {
      return "STREAM";
    }
    return method.equals("HEAD") ? "GET" : method;
  }

  private static String path(String path) {
    if (path.equals("/docs") || path.equals("/docs/")) {
      return "/docs/index.html";
    }
    if (path.endsWith("/")) {
      return path + "index.xhtml";
    }
    boolean folder =
        !path.startsWith("/api/") && !path.substring(path.lastIndexOf('/')).contains(".");
    return folder && !SERVLETS.contains(path) ? path + "/index.xhtml" : path;
  }
}
