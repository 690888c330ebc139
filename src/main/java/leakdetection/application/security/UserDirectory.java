package leakdetection.application.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.User;
import leakdetection.domain.security.UserRepository;

/** All users in memory, because every request asks for one; read again after each change. */
@ApplicationScoped
class UserDirectory {

  @Inject UserRepository repository;

  private volatile Map<Long, User> users;

  Optional<User> find(long id) {
    return Optional.ofNullable(users().get(id));
  }

  Optional<User> findByName(String name) {
    String key = User.key(name);
    return all().stream().filter(user -> User.key(user.name()).equals(key)).findFirst();
  }

  Optional<User> findBySubject(String subject) {
    return all().stream()
        .filter(user -> user.subject().filter(subject::equals).isPresent())
        .findFirst();
  }

  Collection<User> all() {
    return users().values();
  }

  boolean hasAdministrator() {
    return all().stream().anyMatch(UserDirectory::isAdministrator);
  }

  static boolean isAdministrator(User user) {
    return user.isEnabled() && user.role() == Role.ADMINISTRATOR;
  }

  /** To be called after each commit that changed a user. */
  void forget() {
    users = null;
  }

  private Map<Long, User> users() {
    Map<Long, User> known = users;
    if (known == null) {
      known = repository.all().stream().collect(Collectors.toMap(User::id, Function.identity()));
      users = known;
    }
    return known;
  }
}
