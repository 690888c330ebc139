package leakdetection.presentation.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.security.Caller;
import leakdetection.application.security.Caller.Proof;
import leakdetection.application.security.CurrentCaller;
import leakdetection.application.security.FirstAdministrator;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.security.Role;
import leakdetection.presentation.security.Credentials.Found;

/**
 * The one place where a request is let in or refused: everything passes here before any page,
 * resource or stream sees it.
 */
public class AccessFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(AccessFilter.class.getName());
  private static final String ACCOUNT = "/security/account.xhtml";

  @Inject transient Origins origins;
  @Inject transient FormTokens forms;
  @Inject transient FirstAdministrator firstAdministrator;
  @Inject transient RefusalAnswer answer;
  @Inject transient ProductSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response.isCommitted()) {
      return; // The mechanism has refused it.
    }
    SecurityHeaders.add(request, response);
    Asked asked = Asked.of(request);
    Optional<Refusal> refusal = refusal(request, asked);
    if (refusal.isPresent()) {
      answer.send(request, response, asked, refusal.get());
    } else if (asked.isChange()) {
      act(request, response, chain, asked);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void act(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, Asked asked)
      throws IOException, ServletException {
    Optional<Caller> caller = CallerMechanism.found(request).caller();
    CurrentCaller.begin(
        new CurrentCaller.Act(
            caller.map(Caller::name).orElse(""),
            caller.map(c -> c.proof().name().toLowerCase(Locale.ROOT)).orElse(""),
            request.getRemoteAddr(),
            asked.toString()));
    try {
      chain.doFilter(request, response);
    } finally {
      CurrentCaller.end();
    }
  }

  private Optional<Refusal> refusal(HttpServletRequest request, Asked asked) throws IOException {
    if (!Asked.isPlain(request.getRequestURI())) {
      return Optional.of(new Refusal(400, "The address is not plain."));
    }
    if (!Asked.isWellWritten(request.getRequestURI(), request.getQueryString())) {
      return Optional.of(
          new Refusal(400, "The address holds a character that must be percent-encoded."));
    }
    if (isPreflight(request)) {
      return Optional.empty();
    }
    Found found = CallerMechanism.found(request);
    Optional<AccessEntry> entry = AccessTable.find(asked.method(), asked.path());
    if (found.caller().isEmpty()) {
      return refusalOfNobody(request, asked, entry);
    }
    return entry.isEmpty()
        ? Optional.of(unknownAddress(asked))
        : refusal(request, asked, found.caller().get(), entry.get());
  }

  private Optional<Refusal> refusalOfNobody(
      HttpServletRequest request, Asked asked, Optional<AccessEntry> entry) throws IOException {
    if (entry.filter(open -> open.minimum().isEmpty()).isPresent()) {
      return refusalOfOrigin(request, asked, Caller.visitor(Role.VIEWER));
    }
    return Optional.of(
        firstAdministrator.isAwaited() ? Refusal.noAdministrator() : Refusal.unknownCaller());
  }

  private Optional<Refusal> refusal(
      HttpServletRequest request, Asked asked, Caller caller, AccessEntry entry)
      throws IOException {
    if (!entry.allows(caller)) {
      return Optional.of(new Refusal(403, missing(caller, entry)));
    }
    if (caller.passwordExpired() && entry.minimum().isPresent() && !isOfAccount(asked)) {
      return Optional.of(
          new Refusal(403, "Choose another password first, at %s.".formatted(ACCOUNT)));
    }
    return refusalOfOrigin(request, asked, caller);
  }

  private static boolean isOfAccount(Asked asked) {
    return asked.path().equals(ACCOUNT) || asked.path().startsWith("/api/account");
  }

  /** Whatever changes something or opens a stream must be the caller's own wish. */
  private Optional<Refusal> refusalOfOrigin(HttpServletRequest request, Asked asked, Caller caller)
      throws IOException {
    boolean matters = asked.isChange() || asked.method().equals("STREAM");
    if (matters && !origins.allow(request, caller)) {
      return Optional.of(
          new Refusal(403, "A page of another origin may not do this; see ALLOWED_ORIGINS."));
    }
    if (asked.isForm() && caller.proof() != Proof.PASSWORD) {
      request.setCharacterEncoding("UTF-8");
      if (!forms.isGiven(request)) {
        return Optional.of(new Refusal(403, "This form is too old. Load the page again."));
      }
    }
    return Optional.empty();
  }

  private Refusal unknownAddress(Asked asked) {
    TreeSet<String> methods = AccessTable.methods(asked.path());
    if (!methods.isEmpty()) {
      return new Refusal(
          405, "The method is not possible here; %s are.".formatted(String.join(", ", methods)));
    }
    if (settings.debug()) {
      LOG.log(
          Level.INFO,
          "Refused: {0} has no line in AccessTable. A new address needs one.",
          asked.toString());
    }
    return new Refusal(404, "There is nothing at this address. The API is described at /docs.");
  }

  private static String missing(Caller caller, AccessEntry entry) {
    String needed = entry.minimum().orElseThrow().label();
    return caller.role().includes(entry.minimum().get())
        ? "The token is not made for this."
        : "This needs the role %s; %s has the role %s."
            .formatted(needed, caller.name(), caller.role().label());
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
