package leakdetection.presentation.tsd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

/** More sources at the same moment than there are connections to the database. */
class ManyPushesIT extends RunningServer {

  private static final int SOURCES = 40;

  /** Each looks for its sensor and then waits for the writer, which must find a connection, too. */
  @Test
  void whoWaitsForTheWriterKeepsNoConnection() throws Exception {
    List<Callable<Answer>> pushes =
        Stream.generate(Api::newSensor).limit(SOURCES).map(ManyPushesIT::push).toList();
    ExecutorService sources = Executors.newFixedThreadPool(SOURCES);
    try {
      for (Future<Answer> push : sources.invokeAll(pushes)) {
        assertThat(push.get().status()).as(push.get().body()).isEqualTo(200);
      }
    } finally {
      sources.shutdownNow();
    }
  }

  private static Callable<Answer> push(long sensor) {
    String reading = "{\"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 92.2}";
    return () ->
        Api.send("POST", "/sensors/" + sensor + "/time-series-data", "application/json", reading);
  }
}
