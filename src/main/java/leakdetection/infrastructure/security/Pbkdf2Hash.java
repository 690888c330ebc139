package leakdetection.infrastructure.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import leakdetection.application.security.PasswordHash;

/**
 * PBKDF2 with HMAC-SHA-512 as Jakarta Security brings it, with the iterations that OWASP asks for.
 * The hash names its own parameters, so that they may change.
 */
@ApplicationScoped
public class Pbkdf2Hash implements PasswordHash {

  static final Map<String, String> PARAMETERS =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32",
          "Pbkdf2PasswordHash.KeySizeBytes", "64");

  @Inject Pbkdf2PasswordHash hash;

  @PostConstruct
  void prepare() {
    hash.initialize(PARAMETERS);
  }

  @Override
  public String of(char[] password) {
    return hash.generate(password);
  }

  @Override
  public boolean matches(char[] password, String expected) {
    return hash.verify(password, expected);
  }
}
