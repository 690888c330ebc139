package leakdetection.infrastructure.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Set;
import leakdetection.application.security.ProviderException;
import leakdetection.application.security.ProviderException.Reason;

/**
 * Checks ID tokens of one issuer as OpenID Connect Core 1.0, section 3.1.3.7, wants it: signed with
 * one of the issuer's public keys, made by it, for this product and this sign-in, and not too old.
 * A minute of difference between the clocks is no matter.
 */
final class IdTokens {

  private static final Set<String> NEEDED = Set.of("sub", "iat", "exp");

  private final String issuer;
  private final String clientId;
  private final JWKSource<SecurityContext> keys;

  IdTokens(String issuer, String clientId, JWKSource<SecurityContext> keys) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.keys = keys;
  }

  /** Returns the check with the keys at an address, which are asked for when they are needed. */
  static IdTokens of(String issuer, String clientId, URI keys, ResourceRetriever retriever)
      throws ProviderException {
    try {
      return new IdTokens(
          issuer,
          clientId,
          // Nothing ahead of time: that would need a thread.
          JWKSourceBuilder.create(keys.toURL(), retriever).refreshAheadCache(false).build());
    } catch (MalformedURLException wrong) {
      throw new ProviderException(Reason.OUT_OF_REACH, "its jwks_uri is no address", wrong);
    }
  }

  /**
   * Returns what a token says.
   *
   * @throws ProviderException if it does not prove it
   */
  JWTClaimsSet check(String token, String nonce) throws ProviderException {
    try {
      JWTClaimsSet claims = processor(nonce).process(token, null);
      // Of several recipients it must have been made for this one.
      if (claims.getAudience().size() > 1 && !clientId.equals(claims.getClaim("azp"))) {
        throw new BadJOSEException("JWT azp claim is not " + clientId);
      }
      return claims;
    } catch (KeySourceException unreachable) {
      throw new ProviderException(Reason.OUT_OF_REACH, "its keys cannot be had", unreachable);
    } catch (ParseException | BadJOSEException | JOSEException wrong) {
      throw new ProviderException(Reason.NOT_VOUCHED, "its ID token is not accepted", wrong);
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(String nonce) {
    Set<JWSAlgorithm> signatures = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(signatures, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            clientId,
            new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build(),
            NEEDED));
    return processor;
  }
}
