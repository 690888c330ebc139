package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.domain.security.ApiToken;
import leakdetection.domain.security.TokenRepository;

/** Keeps API tokens with JPA. */
@ApplicationScoped
public class JpaTokenRepository implements TokenRepository {

  @PersistenceContext EntityManager entities;
  @Inject Database database;

  @Override
  public ApiToken add(ApiToken token) {
    entities.persist(token);
    entities.flush();
    return token;
  }

  @Override
  public Optional<ApiToken> find(long id) {
    return Optional.ofNullable(entities.find(ApiToken.class, id));
  }

  @Override
  public List<ApiToken> all() {
    return entities
        .createQuery("select t from ApiToken t order by t.id", ApiToken.class)
        .getResultList();
  }

  @Override
  public void noteUse(Map<Long, Instant> lastUses) {
    database.updateAll(
        "update api_tokens set last_used_at = ? where id = ?",
        List.copyOf(lastUses.entrySet()),
        (statement, use) -> {
          statement.setLong(1, microseconds(use.getValue()));
          statement.setLong(2, use.getKey());
        });
  }
}
