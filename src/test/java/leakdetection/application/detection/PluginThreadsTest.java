package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import leakdetection.spi.DetectorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PluginThreadsTest {

  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void workThatHangsIsGivenUpByNameHoweverOften() throws Exception {
    ExecutorService callers = Executors.newCachedThreadPool();
    try (PluginThreads threads = new PluginThreads(Thread::new)) {
      List<CompletableFuture<?>> hanging =
          IntStream.range(0, 20)
              .mapToObj(i -> plugin("hanging-" + i))
              .<CompletableFuture<?>>map(
                  plugin -> CompletableFuture.runAsync(() -> hangs(threads, plugin), callers))
              .toList();
      for (CompletableFuture<?> one : hanging) {
        one.get();
      }
      assertThat(threads.<Integer, RuntimeException>run(plugin("good"), call -> 7)).isEqualTo(7);
      long begin = System.nanoTime();
      hangs(threads, plugin("hanging-3"));
      assertThat(System.nanoTime() - begin).as("called again, ns").isLessThan(1_000_000_000L);
    } finally {
      end.countDown();
      callers.shutdown();
    }
  }

  @Test
  void whatTheWorkThrowsComesThrough() {
    try (PluginThreads threads = new PluginThreads(Thread::new)) {
      assertThatThrownBy(() -> threads.run(plugin("thrower"), call -> fails()))
          .isInstanceOf(IOException.class)
          .hasMessage("planned");
    }
  }

  private static Object fails() throws IOException {
    throw new IOException("planned");
  }

  private void hangs(PluginThreads threads, InstalledDetector plugin) {
    assertThatThrownBy(() -> threads.run(plugin, call -> call.make(this::waitsWhateverIsAsked)))
        .isInstanceOf(HungPluginException.class)
        .hasMessageContaining("Detector echo did not return from a call")
        .hasMessageContaining(plugin.source());
  }

  private boolean waitsWhateverIsAsked() {
    while (true) {
      try {
        end.await();
        return true;
      } catch (InterruptedException asked) {
        continue;
      }
    }
  }

  private static InstalledDetector plugin(String name) {
    DetectorProvider provider = new EchoingProvider();
    return new InstalledDetector(provider.descriptor(), provider, name + ".jar", name);
  }
}
