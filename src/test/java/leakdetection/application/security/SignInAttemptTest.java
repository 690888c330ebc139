package leakdetection.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInAttemptTest {

  private static final String KEY = "the server's";

  private final HandClock clock = new HandClock();
  private final SignInAttempt attempt =
      SignInAttempt.begin(KEY, "/events/index.xhtml?id=4", clock.instant());

  @Test
  void browserThatComesBackInTimeBringsAllOfIt() {
    SignInAttempt back = new SignInAttempt(attempt.cookie(), KEY);
    clock.pass(Duration.ofMinutes(9));

    assertThat(back.isAnsweredBy(attempt.state(), clock.instant())).isTrue();
    assertThat(back.nonce()).isEqualTo(attempt.nonce());
    assertThat(back.verifier()).isEqualTo(attempt.verifier()).hasSizeBetween(43, 128);
    assertThat(back.next()).isEqualTo("/events/index.xhtml?id=4");
  }

  @Test
  void cookieShowsNothingOfWhatTheProviderGets() {
    assertThat(attempt.cookie())
        .doesNotContain(attempt.state(), attempt.nonce(), attempt.verifier());
    assertThat(attempt.state()).isNotEqualTo(attempt.nonce()).isNotEqualTo(attempt.verifier());
  }

  @Test
  void anotherAttemptAnotherServerAndATouchedCookieAreNotAnswered() {
    SignInAttempt other = SignInAttempt.begin(KEY, "/", clock.instant());

    assertThat(attempt.isAnsweredBy(other.state(), clock.instant())).isFalse();
    assertThat(attempt.isAnsweredBy(null, clock.instant())).isFalse();
    assertThat(
            new SignInAttempt(attempt.cookie(), "another's")
                .isAnsweredBy(attempt.state(), clock.instant()))
        .isFalse();
    assertThat(
            new SignInAttempt(attempt.cookie() + "x", KEY)
                .isAnsweredBy(attempt.state(), clock.instant()))
        .isFalse();
  }

  @Test
  void answerThatComesTooLateCountsNoMore() {
    clock.pass(SignInAttempt.LONGEST);

    assertThat(attempt.isAnsweredBy(attempt.state(), clock.instant())).isFalse();
  }
}
