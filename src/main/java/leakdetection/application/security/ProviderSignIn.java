package leakdetection.application.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.security.CurrentCaller.Act;
import leakdetection.application.security.IdentityProvider.Identity;
import leakdetection.application.security.ProviderException.Reason;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.settings.ProductSettings.Provider;
import leakdetection.domain.RefusedException;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.User;

/** Lets people in for whom the identity provider of the settings vouches. */
@ApplicationScoped
public class ProviderSignIn {

  private static final Logger LOG = Logger.getLogger(ProviderSignIn.class.getName());

  @Inject ProductSettings settings;
  @Inject IdentityProvider provider;
  @Inject UserRegistry users;
  @Inject SignIn signIn;
  @Inject Clock clock;

  private final String key = Secrets.random();

  /** Tells whether the settings name a provider. */
  public boolean isPossible() {
    return settings.security().provider().isPresent();
  }

  /**
   * A browser that is sent to the provider.
   *
   * @param address where it is sent
   * @param cookie what it brings back
   */
  public record Begun(URI address, String cookie) {}

  /**
   * Begins.
   *
   * @param next where to go afterwards, on this server
   * @param back where the provider sends the browser to, unless the settings say so
   */
  public Begun begin(String next, URI back) throws ProviderException {
    SignInAttempt attempt = SignInAttempt.begin(key, next, clock.instant());
    return new Begun(provider.signInAddress(attempt, back(back)), attempt.cookie());
  }

  /**
   * What a browser brought back from the provider.
   *
   * @param cookie what it was sent away with; empty if it was not
   * @param state what the provider was told of the attempt; may be null
   * @param code proves that the provider knows the person; null if it does not
   * @param back the address it came back to
   * @param address where the person is
   */
  public record Brought(
      Optional<String> cookie, String state, String code, URI back, String address) {}

  /**
   * Somebody who is let in.
   *
   * @param secret of the session
   * @param next where to go
   */
  public record Admitted(String secret, String next) {}

  /**
   * Ends: begins a session.
   *
   * @throws ProviderException if whoever it was is not let in
   */
  public Admitted end(Brought brought) throws ProviderException, SignInRefusedException {
    signIn.refuseGuesser(brought.address());
    try {
      SignInAttempt attempt = attempt(brought);
      if (brought.code() == null || brought.code().isEmpty()) {
        throw new ProviderException(Reason.NOT_VOUCHED, "the provider let nobody in");
      }
      Identity identity = provider.identify(brought.code(), attempt, back(brought.back()));
      User user = admit(identity, brought.address());
      return new Admitted(signIn.beginVouched(user, brought.address()), attempt.next());
    } catch (ProviderException refused) {
      LOG.log(Level.WARNING, "A sign-in at the provider failed: {0}", refused.getMessage());
      if (refused.reason() != Reason.OUT_OF_REACH) {
        signIn.noteGuesser(brought.address());
      }
      throw refused;
    }
  }

  private SignInAttempt attempt(Brought brought) throws ProviderException {
    return brought
        .cookie()
        .map(cookie -> new SignInAttempt(cookie, key))
        .filter(known -> known.isAnsweredBy(brought.state(), clock.instant()))
        .orElseThrow(
            () ->
                new ProviderException(
                    Reason.NOT_ASKED, "the answer is not this browser's, or came too late"));
  }

  private User admit(Identity identity, String address) throws ProviderException {
    String name = name(identity);
    Role role = role(identity);
    CurrentCaller.begin(new Act(name, "provider", address, "sign-in with identity provider"));
    try {
      return users.admitVouched(identity.subject(), name, role);
    } catch (RefusedException refused) {
      throw new ProviderException(Reason.NOT_ADMITTED, name + " is not admitted", refused);
    } finally {
      CurrentCaller.end();
    }
  }

  private Role role(Identity identity) throws ProviderException {
    Map<String, Role> known = configured().roles();
    return identity.roles().stream()
        .filter(known::containsKey)
        .map(known::get)
        .reduce((one, other) -> one.includes(other) ? one : other)
        .orElseThrow(
            () ->
                new ProviderException(
                    Reason.NO_ROLE,
                    "%s has no role: none of %s values of the claim %s is in OIDC__ROLES"
                        .formatted(
                            name(identity), identity.roles().size(), configured().roleClaim())));
  }

  /** The first name that users may have here; else one made of the subject. */
  private static String name(Identity identity) {
    return identity.names().stream()
        .filter(User::isName)
        .findFirst()
        .orElseGet(() -> "p-" + Secrets.hash(identity.subject()).substring(0, 12));
  }

  private URI back(URI asked) {
    return configured().returnAddress().orElse(asked);
  }

  private Provider configured() {
    return settings.security().provider().orElseThrow(IllegalStateException::new);
  }
}
