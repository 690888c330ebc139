package leakdetection.presentation.security;

import java.time.Instant;
import leakdetection.domain.security.User;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user as they are answered.
 *
 * @param state {@code enabled} or {@code locked_out}
 * @param passwordExpired whether another password must be chosen before anything else
 * @param provided whether an identity provider vouches for them, so that they have no password here
 */
@Schema(name = "User")
public record UserBody(
    long id,
    String name,
    String role,
    String state,
    boolean passwordExpired,
    boolean provided,
    Instant createdAt) {

  static final String ENABLED = "enabled";
  static final String LOCKED_OUT = "locked_out";

  static final String EXAMPLE =
      "{\"id\": 2, \"name\": \"ann\", \"role\": \"operator\", \"state\": \"enabled\","
          + " \"passwordExpired\": true, \"provided\": false,"
          + " \"createdAt\": \"2026-04-05T14:06:57Z\"}";

  static UserBody of(User user) {
    return new UserBody(
        user.id(),
        user.name(),
        user.role().label(),
        user.isEnabled() ? ENABLED : LOCKED_OUT,
        user.isPasswordExpired(),
        user.subject().isPresent(),
        user.createdAt());
  }
}
