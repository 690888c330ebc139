package leakdetection.domain.security;

import java.util.List;
import java.util.Optional;

/** The users. */
public interface UserRepository {

  /** Keeps a new user, who has an id from then on. */
  User add(User user);

  Optional<User> find(long id);

  /** Returns all users by id; there are few. */
  List<User> all();
}
