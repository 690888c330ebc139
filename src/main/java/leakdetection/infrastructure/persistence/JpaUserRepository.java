package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.security.User;
import leakdetection.domain.security.UserRepository;

/** Keeps users with JPA. */
@ApplicationScoped
public class JpaUserRepository implements UserRepository {

  @PersistenceContext EntityManager entities;

  @Override
  public User add(User user) {
    entities.persist(user);
    entities.flush();
    return user;
  }

  @Override
  public Optional<User> find(long id) {
    return Optional.ofNullable(entities.find(User.class, id));
  }

  @Override
  public List<User> all() {
    return entities.createQuery("select u from User u order by u.id", User.class).getResultList();
  }
}
