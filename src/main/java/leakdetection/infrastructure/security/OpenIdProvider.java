package leakdetection.infrastructure.security;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leakdetection.application.security.IdentityProvider;
import leakdetection.application.security.ProviderException;
import leakdetection.application.security.ProviderException.Reason;
import leakdetection.application.security.SignInAttempt;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.settings.ProductSettings.Provider;

/**
 * An OpenID provider: authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC
 * 7636). What it says of itself is asked for at the first sign-in and then once an hour.
 */
@ApplicationScoped
public class OpenIdProvider implements IdentityProvider {

  private static final Logger LOG = Logger.getLogger(OpenIdProvider.class.getName());
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Inject ProductSettings settings;
  @Inject Clock clock;

  private final ProviderCalls calls = new ProviderCalls();
  private volatile Known known;
  private volatile Failed failed;

  private record Known(Metadata metadata, IdTokens tokens, Instant until) {}

  private record Failed(ProviderException why, Instant until) {}

  /** Where a provider does what. */
  private record Metadata(URI authorization, URI token) {}

  @Override
  public URI signInAddress(SignInAttempt attempt, URI back) throws ProviderException {
    URI page = known().metadata().authorization();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("scope", "openid profile email");
    query.put("client_id", configured().clientId());
    query.put("redirect_uri", back.toString());
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", challenge(attempt.verifier()));
    query.put("code_challenge_method", "S256");
    return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + form(query));
  }

  @Override
  public Identity identify(String code, SignInAttempt attempt, URI back) throws ProviderException {
    Known provider = known();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", back.toString());
    fields.put("code_verifier", attempt.verifier());
    JsonObject answer =
        calls.post(
            provider.metadata().token(),
            form(fields),
            configured().clientId(),
            configured().clientSecret());
    String token = answer.getString("id_token", "");
    return identity(provider.tokens().check(token, attempt.nonce()));
  }

  private Identity identity(JWTClaimsSet claims) {
    return new Identity(
        configured().issuer() + " " + claims.getSubject(),
        Stream.of("preferred_username", "email", "sub")
            .map(claims::getClaim)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .toList(),
        values(claims.getClaims(), configured().roleClaim()));
  }

  /** A claim may be one value or several, and lie within others. */
  private static List<String> values(Map<?, ?> claims, String path) {
    Object found = claims.get(path);
    int dot = path.indexOf('.');
    if (found == null && dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
      return values(inner, path.substring(dot + 1));
    }
    if (found instanceof List<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return found == null ? List.of() : List.of(found.toString());
  }

  private Known known() throws ProviderException {
    Known provider = known;
    if (provider == null || clock.instant().isAfter(provider.until())) {
      provider = discoverUnlessItJustFailed();
      known = provider;
    }
    return provider;
  }

  /**
   * Strangers can ask for this as often as they like: neither the provider nor the log may suffer.
   */
  private Known discoverUnlessItJustFailed() throws ProviderException {
    Failed before = failed;
    if (before != null && clock.instant().isBefore(before.until())) {
      throw before.why();
    }
    try {
      return discover();
    } catch (ProviderException why) {
      failed = new Failed(why, clock.instant().plus(PAUSE));
      LOG.log(Level.WARNING, "Nobody can sign in at the provider: {0}", why.getMessage());
      throw why;
    }
  }

  private Known discover() throws ProviderException {
    String issuer = configured().issuer().toString();
    JsonObject said =
        calls.get(URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"));
    if (!issuer.equals(said.getString("issuer", ""))) {
      throw new ProviderException(
          Reason.OUT_OF_REACH,
          "it calls itself \"%s\", not OIDC__ISSUER \"%s\""
              .formatted(said.getString("issuer", ""), issuer));
    }
    return new Known(
        new Metadata(
            calls.address(said, "authorization_endpoint"), calls.address(said, "token_endpoint")),
        IdTokens.of(
            issuer, configured().clientId(), calls.address(said, "jwks_uri"), calls.retriever()),
        clock.instant().plus(KEPT));
  }

  private Provider configured() {
    return settings.security().provider().orElseThrow(IllegalStateException::new);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
