package leakdetection.infrastructure.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import leakdetection.application.security.ProviderException;
import leakdetection.application.security.ProviderException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdTokensTest {

  private static final String ISSUER = "https://id.example";
  private static final String CLIENT = "leak-detection";
  private static final String NONCE = "asked-for-this";
  private static final RSAKey KEY = key();
  private static final IdTokens TOKENS =
      new IdTokens(ISSUER, CLIENT, new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())));

  @Test
  void tokenThatTheIssuerMadeForThisSignInIsAccepted() throws Exception {
    assertThat(TOKENS.check(signed(claims().build()), NONCE).getSubject()).isEqualTo("42");
  }

  @Test
  void tokenForSeveralIsAcceptedOnlyIfItWasMadeForThisProduct() throws Exception {
    JWTClaimsSet.Builder several = claims().audience(List.of(CLIENT, "another"));

    assertThat(TOKENS.check(signed(several.claim("azp", CLIENT).build()), NONCE)).isNotNull();
    assertThatThrownBy(() -> TOKENS.check(signed(several.claim("azp", "another").build()), NONCE))
        .hasMessageContaining("azp");
  }

  static Stream<Arguments> forgeries() throws JOSEException {
    JWTClaimsSet good = claims().build();
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("no token", "a.b.c"),
        Arguments.of("no signature", new PlainJWT(good).serialize()),
        Arguments.of("another's key", signed(good, JWSAlgorithm.RS256, new RSASSASigner(key()))),
        Arguments.of(
            "the public key as a password",
            signed(
                good,
                JWSAlgorithm.HS256,
                new MACSigner(KEY.toPublicJWK().toJSONString().getBytes()))),
        Arguments.of("another issuer", signed(claims().issuer("https://evil.example").build())),
        Arguments.of("another product", signed(claims().audience("another").build())),
        Arguments.of("another sign-in", signed(claims().claim("nonce", "other").build())),
        Arguments.of("no sign-in", signed(claims().claim("nonce", null).build())),
        Arguments.of("nobody", signed(claims().subject(null).build())),
        Arguments.of("without end", signed(claims().expirationTime(null).build())),
        Arguments.of("an old one", signed(claims().expirationTime(in(-120)).build())),
        Arguments.of("not yet", signed(claims().notBeforeTime(in(120)).build())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void whatProvesNothingIsRefused(String what, String token) {
    assertThatThrownBy(() -> TOKENS.check(token, NONCE))
        .isInstanceOfSatisfying(
            ProviderException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_VOUCHED));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(CLIENT)
        .subject("42")
        .claim("nonce", NONCE)
        .issueTime(in(-1))
        .expirationTime(in(60));
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(KEY));
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(KEY.getKeyID()).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("1").generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
