package leakdetection.presentation.security;

import java.time.Instant;
import java.util.List;
import leakdetection.application.security.ApiTokens;
import leakdetection.domain.security.ApiToken;
import leakdetection.domain.security.TokenScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token as it is answered.
 *
 * @param owner name of the user in whose name it acts
 * @param token what the program sends; only in the answer that issues it, else null
 */
@Schema(name = "Token")
public record TokenBody(
    long id,
    String name,
    String owner,
    List<String> scopes,
    Instant createdAt,
    Instant expiresAt,
    Instant lastUsedAt,
    Instant revokedAt,
    String token) {

  static final String EXAMPLE =
      "{\"id\": 3, \"name\": \"historian\", \"owner\": \"ann\", \"scopes\": [\"push\"],"
          + " \"createdAt\": \"2026-04-05T14:06:57Z\", \"expiresAt\": \"2027-04-05T14:06:57Z\","
          + " \"lastUsedAt\": null, \"revokedAt\": null, \"token\": null}";

  static TokenBody of(ApiToken token, ApiTokens tokens, String secret) {
    return new TokenBody(
        token.id(),
        token.name(),
        tokens.owner(token),
        token.scopes().stream().map(TokenScope::label).sorted().toList(),
        token.createdAt(),
        token.expiresAt(),
        tokens.lastUse(token).orElse(null),
        token.revokedAt().orElse(null),
        secret);
  }
}
