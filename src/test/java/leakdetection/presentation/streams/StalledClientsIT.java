package leakdetection.presentation.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

/**
 * Clients of one stream, of which some stop reading: the others get every item in its order.
 *
 * <p>{@code -Dstreams.items=20000} sends more than the usual 600, so that the stalled ones are
 * closed, {@code -Dstreams.clients=1000} to more than the usual 500 clients.
 */
class StalledClientsIT extends RunningServer {

  private static final int BATCH = 20;

  private final int items = Integer.getInteger("streams.items", 600);
  private final int clients = Integer.getInteger("streams.clients", 500);

  @Test
  void clientsThatStopReadingAreNotNoticedByTheOthers() throws Exception {
    long sensor = Api.newSensor();
    URI stream = webSocketUri("/api/sensors/" + sensor + "/time-series-data");
    List<Socket> stalled = new ArrayList<>();
    List<Listener> listeners = new ArrayList<>();
    CountDownLatch all = new CountDownLatch((clients - clients / 10) * items);
    for (int i = 0; i < clients; i++) {
      if (i % 10 == 0) {
        stalled.add(stalled(stream));
      } else {
        Listener listener = new Listener(all);
        listener.socket =
            client().newWebSocketBuilder().buildAsync(stream, listener).get(20, TimeUnit.SECONDS);
        listeners.add(listener);
      }
    }
    for (Listener listener : listeners) {
      assertThat(listener.begun.await(60, TimeUnit.SECONDS)).isTrue();
    }
    long begin = System.nanoTime();
    for (int from = 0; from < items; from += BATCH) {
      push(sensor, from);
    }

    assertThat(all.await(5, TimeUnit.MINUTES)).isTrue();
    assertThat(listeners).allSatisfy(listener -> assertThat(listener.mistakes).hasValue(0));
    System.out.printf(
        "%d clients, of which %d do not read: %d messages in %.1f s, each once and in its order%n",
        clients, stalled.size(), listeners.size() * items, (System.nanoTime() - begin) / 1e9);
    for (Socket socket : stalled) {
      socket.close();
    }
    listeners.forEach(listener -> listener.socket.abort());
  }

  private static void push(long sensor, int from) {
    StringBuilder csv = new StringBuilder("timestamp,ppmv\n");
    for (int i = from; i < from + BATCH; i++) {
      csv.append(Instant.ofEpochSecond(1_600_000_000L + i))
          .append(',')
          .append(i % 5000)
          .append("\n");
    }
    assertThat(
            Api.send("POST", "/sensors/" + sensor + "/time-series-data", "text/csv", csv.toString())
                .status())
        .isEqualTo(200);
  }

  /** Opens a stream and never reads from it; little fits into its buffers. */
  private static Socket stalled(URI stream) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                .formatted(stream.getPath(), stream.getAuthority())
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Counts the items, whose values are their numbers. */
  private static final class Listener implements WebSocket.Listener {

    private final CountDownLatch all;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicInteger mistakes = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;
    private int next;

    Listener(CountDownLatch all) {
      this.all = all;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        take(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    private void take(String message) {
      if (message.contains("[")) {
        begun.countDown();
        return;
      }
      if (!message.contains("\"ppmv\":" + next % 5000 + ".0,")) {
        mistakes.incrementAndGet();
      }
      next++;
      all.countDown();
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      mistakes.incrementAndGet();
      return null;
    }
  }
}
