package leakdetection;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pushes single readings to a sensor of its own, none of them twice, and counts those that were
 * acknowledged. Thread-safe.
 */
final class SinglePushes {

  private final ServerProcess server;
  private final long sensor;
  private final AtomicLong second = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();

  /** Makes the sensor on a server that is ready, and signs in there. */
  SinglePushes(ServerProcess server) throws IOException, InterruptedException {
    this.server = server;
    server.signIn();
    long template =
        server.make("/api/fields/1/templates", "{\"name\": \"Faults\", \"angleFromNorth\": 0}");
    sensor =
        server.make(
            "/api/templates/" + template + "/sensors",
            "{\"name\": \"Faults\", \"x\": 0, \"y\": 0, \"z\": 2}");
  }

  /** Returns the address of the sensor's readings. */
  String path() {
    return "/api/sensors/" + sensor + "/time-series-data";
  }

  /** Returns how many readings were acknowledged. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** Pushes a reading that nobody pushed before. */
  HttpResponse<String> push() {
    Instant time = Instant.ofEpochSecond(1_600_000_000 + second.getAndIncrement());
    HttpResponse<String> answer =
        send("POST", path(), "{\"timestamp\": \"%s\", \"ppmv\": 20}".formatted(time));
    if (answer.statusCode() == 200) {
      acknowledged.incrementAndGet();
    }
    return answer;
  }

  /** Asks the server for something. */
  HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  private HttpResponse<String> send(String method, String path, String json) {
    try {
      return server.send(method, path, json == null ? null : "application/json", json);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
