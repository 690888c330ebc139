package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import leakdetection.application.security.ApiTokens;
import leakdetection.application.security.Caller;
import leakdetection.application.security.Sessions;
import leakdetection.application.security.SignIn;
import leakdetection.application.security.SignInRefusedException;

/** Finds who sent a request: by what it carries, else the demo's visitor. */
@ApplicationScoped
class Credentials {

  private static final int LONGEST = 1000;

  @Inject SignIn signIn;
  @Inject Sessions sessions;
  @Inject ApiTokens tokens;
  @Inject DemoVisitor visitor;

  /**
   * What was found.
   *
   * @param caller who sent the request; empty for nobody
   * @param refusal why what it carries was not accepted; empty if it was, or carries nothing
   */
  record Found(Optional<Caller> caller, Optional<Refusal> refusal) {

    static final Found NOBODY = new Found(Optional.empty(), Optional.empty());

    static Found of(Caller caller) {
      return new Found(Optional.of(caller), Optional.empty());
    }

    static Found refused(Refusal refusal) {
      return new Found(Optional.empty(), Optional.of(refusal));
    }
  }

  Found find(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return ofHeader(header, request.getRemoteAddr());
    }
    return SessionCookie.SESSION
        .read(request)
        .flatMap(sessions::find)
        .or(() -> visitor.find(request))
        .map(Found::of)
        .orElse(Found.NOBODY);
  }

  private Found ofHeader(String header, String address) {
    String[] parts = header.strip().split(" +", 2);
    String scheme = parts[0].toLowerCase(Locale.ROOT);
    if (parts.length == 2 && parts[1].length() <= LONGEST) {
      if (scheme.equals("bearer")) {
        return tokens
            .find(parts[1])
            .map(Found::of)
            .orElseGet(() -> refused("The token is unknown, has ended or was revoked."));
      }
      if (scheme.equals("basic")) {
        return ofPassword(parts[1], address);
      }
    }
    return refused("The header Authorization must be Bearer with a token, or Basic.");
  }

  private Found ofPassword(String encoded, String address) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      return colon < 1
          ? refused("Basic must be a name and a password with a colon between them.")
          : Found.of(signIn.once(both.substring(0, colon), both.substring(colon + 1), address));
    } catch (SignInRefusedException wrong) {
      return Found.refused(Refusal.of(wrong));
    } catch (IllegalArgumentException notBase64) {
      return refused("Basic must be followed by base64.");
    }
  }

  private static Found refused(String message) {
    return Found.refused(new Refusal(401, message));
  }
}
