package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PluginCallTest {

  private final PluginCall call = new PluginCall();

  @Test
  void aCallThatWaitsIsHungWithinFiveSecondsAndEndsWhenInterrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted =
        CompletableFuture.supplyAsync(
            () ->
                call.make(
                    () -> {
                      begun.countDown();
                      return waitsForEver();
                    }));
    begun.await();
    long begin = System.nanoTime();
    while (!call.isHung()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }

    assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(5));
    call.interrupt();
    assertThat(interrupted.get()).isTrue();
    assertThat(call.isHung()).isFalse();
  }

  @Test
  void aCallThatReturnsIsNeverHung() {
    assertThat(call.make(() -> 7)).isEqualTo(7);
    assertThat(call.isHung()).isFalse();
  }

  private static boolean waitsForEver() {
    try {
      new CountDownLatch(1).await();
      return false;
    } catch (InterruptedException asked) {
      return true;
    }
  }
}
