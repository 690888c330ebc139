package leakdetection.application.tsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import leakdetection.LibertyExecutors;
import leakdetection.application.OverloadedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushGateTest {

  private final PushGate gate = new PushGate();
  private long waiting;

  @BeforeEach
  void assemble() {
    gate.judges = () -> waiting;
  }

  @Test
  void pushesThatWaitLeaveThreadsToEverythingElse() throws IOException {
    int executors = LibertyExecutors.all();

    assertThat(executors).isGreaterThan(40);
    assertThat(PushGate.REQUESTS + executors).isLessThan(LibertyExecutors.threads() - 10);
  }

  @Test
  void requestsBeyondTheBoundAreRefusedUntilOneLeaves() {
    for (int i = 0; i < PushGate.REQUESTS; i++) {
      gate.enter();
    }
    assertThatThrownBy(gate::enter)
        .isInstanceOf(OverloadedException.class)
        .hasMessageContaining("64");
    gate.leave();
    assertThatCode(gate::enter).doesNotThrowAnyException();
  }

  @Test
  void readingsBeyondTheBoundAreRefusedUntilOthersAreOnDisk() {
    gate.admit(PushGate.READINGS);
    assertThatThrownBy(() -> gate.admit(1))
        .isInstanceOfSatisfying(
            OverloadedException.class, refusal -> assertThat(refusal.retryAfter()).isPositive());
    gate.release(1);
    assertThatCode(() -> gate.admit(1)).doesNotThrowAnyException();
  }

  @Test
  void nothingIsLetInWhileTheJudgesAreFarBehind() {
    waiting = PushGate.JUDGED_LATER + 1;
    assertThatThrownBy(gate::enter)
        .isInstanceOf(OverloadedException.class)
        .hasMessageContaining("judged");
    waiting = 0;
    assertThatCode(gate::enter).doesNotThrowAnyException();
  }
}
