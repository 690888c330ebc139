package leakdetection.domain.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API tokens. */
public interface TokenRepository {

  /** Keeps a new token, which has an id from then on. */
  ApiToken add(ApiToken token);

  Optional<ApiToken> find(long id);

  /** Returns all tokens by id, ended ones included. */
  List<ApiToken> all();

  /** Notes when tokens, by their ids, were used last. */
  void noteUse(Map<Long, Instant> lastUses);
}
