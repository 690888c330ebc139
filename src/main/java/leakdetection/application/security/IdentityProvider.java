package leakdetection.application.security;

import java.net.URI;
import java.util.List;

/** Somebody else who knows people and vouches for them, as the settings name it. */
public interface IdentityProvider {

  /**
   * Returns where a browser is sent, so that the provider asks who sits there.
   *
   * @param back where the provider sends the browser to afterwards
   * @throws ProviderException if the provider cannot be reached or answers what nobody understands
   */
  URI signInAddress(SignInAttempt attempt, URI back) throws ProviderException;

  /**
   * Returns who the provider says it was.
   *
   * @param code what the browser brought back
   * @param back the address that the browser was to be sent back to
   * @throws ProviderException if the provider cannot be reached, or does not vouch for anybody
   */
  Identity identify(String code, SignInAttempt attempt, URI back) throws ProviderException;

  /**
   * A person as the provider knows them.
   *
   * @param subject never changes and is nobody else's at this provider
   * @param names what the person may be called here, the best first
   * @param roles the values of the claim that says what the person may do
   */
  record Identity(String subject, List<String> names, List<String> roles) {}
}
