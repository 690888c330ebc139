package leakdetection.infrastructure.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import leakdetection.application.settings.ProductSettings.Provider;
import leakdetection.application.settings.ProductSettings.Security;
import leakdetection.domain.security.Role;

/** Reads who gets in. */
final class SecurityReader {

  private final SettingsReader reader;

  SecurityReader(SettingsReader reader) {
    this.reader = reader;
  }

  Security read() {
    Optional<Role> visitor =
        reader.value(
            Variable.DEMO__VISITOR,
            text -> text.equals("none") ? Optional.empty() : Optional.of(visitor(text)),
            any -> true);
    Duration idle =
        reader.duration(Variable.SESSION__IDLE, Duration.ofMinutes(1), Duration.ofDays(1));
    Duration longest = reader.duration(Variable.SESSION__LONGEST, idle, Duration.ofDays(7));
    Optional<Provider> provider = provider();
    if (!reader.bool(Variable.DEBUG)) {
      return new Security(Optional.empty(), idle, longest, provider);
    }
    String host = reader.host();
    if (visitor.isPresent() && !LocalAddress.isLoopback(host)) {
      throw InvalidSettingException.of(
          Variable.SERVER__HOST,
          host,
          "127.0.0.1, ::1 or localhost while DEBUG is true, because whoever reaches the server is"
              + " let in as %s without a password. Maybe set DEBUG=false, or DEMO__VISITOR=none"
                  .formatted(visitor.get().label()));
    }
    return new Security(visitor, idle, longest, provider);
  }

  private static Role visitor(String text) {
    return Role.find(text)
        .filter(role -> role != Role.ADMINISTRATOR)
        .orElseThrow(IllegalArgumentException::new);
  }

  /** Nobody vouches for people unless the settings name an issuer; then the others must fit. */
  private Optional<Provider> provider() {
    if (reader.text(Variable.OIDC__ISSUER).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Provider(
            reader.value(Variable.OIDC__ISSUER, URI::create, SecurityReader::isSafe),
            reader.value(Variable.OIDC__CLIENT_ID, Function.identity(), id -> !id.isEmpty()),
            reader.text(Variable.OIDC__CLIENT_SECRET).orElse(""),
            reader.value(
                Variable.OIDC__ROLE_CLAIM, Function.identity(), claim -> !claim.contains("..")),
            reader.value(Variable.OIDC__ROLES, SecurityReader::roles, roles -> true),
            reader.text(Variable.OIDC__RETURN_ADDRESS).isEmpty()
                ? Optional.empty()
                : Optional.of(
                    reader.value(
                        Variable.OIDC__RETURN_ADDRESS, URI::create, SecurityReader::isReturn))));
  }

  private static Map<String, Role> roles(String text) {
    return Arrays.stream(text.split(","))
        .map(pair -> pair.strip().split(":", 2))
        .collect(
            Collectors.toUnmodifiableMap(
                SecurityReader::claimed, pair -> role(pair[0]), SecurityReader::refuse));
  }

  private static String claimed(String[] pair) {
    if (pair.length < 2 || pair[1].isBlank()) {
      throw new IllegalArgumentException("no value");
    }
    return pair[1].strip();
  }

  private static Role refuse(Role one, Role other) {
    throw new IllegalArgumentException("one value for two roles");
  }

  private static Role role(String label) {
    return Role.find(label.strip()).orElseThrow(IllegalArgumentException::new);
  }

  /** What a stranger could read on its way must not leave this machine. */
  private static boolean isSafe(URI address) {
    return address.getHost() != null
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && address.getRawUserInfo() == null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && LocalAddress.isLoopback(address.getHost())));
  }

  private static boolean isReturn(URI address) {
    return isSafe(address) && address.getPath().endsWith("/security/provider/return");
  }
}
