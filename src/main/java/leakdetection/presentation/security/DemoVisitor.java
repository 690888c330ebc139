package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakdetection.application.security.Caller;
import leakdetection.application.settings.ProductSettings;

/**
 * Lets whoever sits at this machine in without a name while the demo runs.
 *
 * <p>The settings allow it only where the server listens to this machine alone. That is not enough:
 * a proxy may hand on others' requests, and a foreign page may give its own name this machine's
 * address. So requests that were handed on, and those for a foreign host name, are nobody's.
 */
@ApplicationScoped
class DemoVisitor {

  private static final List<String> HANDED_ON = List.of("Forwarded", "X-Forwarded-For", "Via");

  @Inject ProductSettings settings;

  /** Returns the visitor, if the demo runs and the request comes from this machine. */
  Optional<Caller> find(HttpServletRequest request) {
    return settings
        .security()
        .demoVisitor()
        .filter(role -> isLoopback(request.getRemoteAddr()))
        .filter(role -> HANDED_ON.stream().noneMatch(name -> request.getHeader(name) != null))
        .filter(role -> isThisMachine(request.getServerName()))
        .map(Caller::visitor);
  }

  private static boolean isThisMachine(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || (name.matches("[0-9.]+|\\[?[0-9a-f:.]+]?") && isLoopback(name));
  }

  // Only ever called with an address, so no name service is asked.
  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
