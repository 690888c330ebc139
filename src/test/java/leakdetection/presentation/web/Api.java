package leakdetection.presentation.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import leakdetection.RunningServer;

/** A client of the API of the running server. Paths begin after {@code /api}. */
public final class Api {

  private static final AtomicLong LAST_NAME = new AtomicLong();

  private Api() {}

  public static Answer get(String path) {
    return send("GET", path, null, null);
  }

  public static Answer post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  public static Answer patch(String path, String json) {
    return send("PATCH", path, "application/json", json);
  }

  public static Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  /** Sends a text to be imported. */
  public static Answer importCsv(long sensorId, String csv) {
    return send("POST", "/sensors/" + sensorId + "/time-series-data/import", "text/csv", csv);
  }

  /** Sends any request; a type or body that is null is not sent. */
  public static Answer send(String method, String path, String type, String body) {
    return sendBytes(
        method, path, type, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends any request; a type or body that is null is not sent. */
  public static Answer sendBytes(String method, String path, String type, byte[] body) {
    BodyPublisher content =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(RunningServer.uri("/api" + path)).method(method, content);
    if (type != null) {
      request.header("Content-Type", type);
    }
    return send(request);
  }

  /** Sends any request. */
  public static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(
          RunningServer.client()
              .send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** Returns a name that nothing else has. */
  public static String newName() {
    return "Test-" + System.nanoTime() + "-" + LAST_NAME.incrementAndGet();
  }

  /** Adds a template to a field and returns its id. */
  public static long newTemplate(int fieldId) {
    return post(
            "/fields/" + fieldId + "/templates",
            "{\"name\": \"%s\", \"angleFromNorth\": 45}".formatted(newName()))
        .id();
  }

  /** Mounts a sensor on a template of its own and returns its id. */
  public static long newSensor() {
    return post(
            "/templates/" + newTemplate(1) + "/sensors",
            "{\"name\": \"%s\", \"x\": 1, \"y\": 2, \"z\": 3}".formatted(newName()))
        .id();
  }
}
