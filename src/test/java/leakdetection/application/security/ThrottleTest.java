package leakdetection.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final HandClock clock = new HandClock();
  private final Throttle throttle = new Throttle(clock, 3);

  @Test
  void firstFailuresCostNothing() {
    fail(2);

    assertThat(throttle.wait("ann")).isZero();
  }

  @Test
  void eachFurtherFailureDoublesTheWait() {
    fail(3);
    assertThat(throttle.wait("ann")).isEqualTo(Duration.ofSeconds(1));

    fail(3);
    assertThat(throttle.wait("ann")).isEqualTo(Duration.ofSeconds(8));

    clock.pass(Duration.ofSeconds(5));
    assertThat(throttle.wait("ann")).isEqualTo(Duration.ofSeconds(3));
    clock.pass(Duration.ofSeconds(3));
    assertThat(throttle.wait("ann")).isZero();
  }

  @Test
  void waitIsAtMostAQuarterOfAnHour() {
    fail(60);

    assertThat(throttle.wait("ann")).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void successAndTimeForget() {
    fail(5);
    throttle.succeeded("ann");
    assertThat(throttle.wait("ann")).isZero();

    fail(2);
    clock.pass(Duration.ofHours(1));
    fail(2);
    assertThat(throttle.wait("ann")).isZero();
  }

  @Test
  void othersDoNotWait() {
    fail(10);

    assertThat(throttle.wait("bob")).isZero();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed("ann");
    }
  }
}
