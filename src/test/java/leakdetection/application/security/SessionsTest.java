package leakdetection.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import leakdetection.application.FiredEvents;
import leakdetection.application.TestSettings;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.User;
import leakdetection.domain.security.UserRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the settings of the tests a session idles for an hour and lasts for twelve. */
class SessionsTest {

  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final HandClock clock = new HandClock();
  private final FiredEvents<AccessEnded> ended = new FiredEvents<>();
  private final Sessions sessions = new Sessions();
  private String secret;

  @BeforeEach
  void signIn() {
    User ann = new Ann();
    UserDirectory directory = new UserDirectory();
    directory.repository = new OneUser(ann);
    sessions.users = directory;
    sessions.settings = TestSettings.withWindow(144);
    sessions.clock = clock;
    sessions.ended = ended;
    secret = sessions.begin(ann);
  }

  @Test
  void sessionThatIsNotUsedEndsAfterTheIdleTime() {
    clock.pass(IDLE);
    assertThat(sessions.find(secret)).isPresent();

    clock.pass(IDLE.plus(MOMENT));
    assertThat(sessions.find(secret)).isEmpty();
    assertThat(ended.all()).hasSize(1);
  }

  @Test
  void sessionThatIsUsedAllTheTimeEndsAfterTheLongestTimeAllTheSame() {
    for (Duration passed = IDLE; passed.compareTo(LONGEST) <= 0; passed = passed.plus(IDLE)) {
      clock.pass(IDLE);
      assertThat(sessions.find(secret)).isPresent();
    }

    clock.pass(MOMENT);
    assertThat(sessions.find(secret)).isEmpty();
  }

  @Test
  void streamThatUsesTheSessionKeepsItFromIdling() {
    String key = sessions.find(secret).orElseThrow().key();
    clock.pass(IDLE);
    assertThat(sessions.use(key)).isPresent();
    clock.pass(IDLE);

    assertThat(sessions.find(secret)).isPresent();
  }

  @Test
  void sweepingEndsWhatIsOverSoThatItsStreamsAreClosed() {
    clock.pass(IDLE);
    sessions.sweep();
    assertThat(ended.all()).isEmpty();

    clock.pass(MOMENT);
    sessions.sweep();
    assertThat(ended.all()).hasSize(1);
    assertThat(sessions.find(secret)).isEmpty();
  }

  @Test
  void secretThatNobodyGotOpensNothing() {
    assertThat(sessions.find(secret + "x")).isEmpty();
    assertThat(sessions.find(Secrets.hash(secret))).isEmpty();
  }

  /** A user whom a database gave an id. */
  private static final class Ann extends User {

    @Override
    public long id() {
      return 7;
    }

    @Override
    public String name() {
      return "ann";
    }

    @Override
    public Role role() {
      return Role.VIEWER;
    }

    @Override
    public boolean isEnabled() {
      return true;
    }
  }

  private record OneUser(User user) implements UserRepository {

    @Override
    public User add(User added) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> find(long id) {
      return Optional.of(user);
    }

    @Override
    public List<User> all() {
      return List.of(user);
    }
  }
}
