package leakdetection;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import leakdetection.domain.tsd.RawReading;

/**
 * A source that pushes the readings of its sensors in their order, and sends each request again
 * until it is acknowledged, as a plant's would. Keeps no request open when its server dies.
 */
final class PushingSource implements Runnable {

  private final ServerProcess server;
  private final List<String> requests = new ArrayList<>();
  private final AtomicLong acknowledged;

  /**
   * @param sensors the readings by the id of their sensor
   * @param batch how many readings of each sensor a request holds
   * @param acknowledged counts the acknowledged requests of all sources
   */
  PushingSource(
      ServerProcess server,
      Map<Long, List<RawReading>> sensors,
      int batch,
      AtomicLong acknowledged) {
    this.server = server;
    this.acknowledged = acknowledged;
    int longest = sensors.values().stream().mapToInt(List::size).max().orElse(0);
    for (int from = 0; from < longest; from += batch) {
      requests.add(request(sensors, from, batch));
    }
  }

  private static String request(Map<Long, List<RawReading>> sensors, int from, int batch) {
    StringBuilder csv = new StringBuilder("sensor,timestamp,ppmv\n");
    sensors.forEach(
        (id, readings) -> {
          Iterator<RawReading> part = readings.stream().skip(from).limit(batch).iterator();
          part.forEachRemaining(
              reading ->
                  csv.append(id)
                      .append(',')
                      .append(reading.time())
                      .append(',')
                      .append(reading.ppmv())
                      .append('\n'));
        });
    return csv.toString();
  }

  /** Returns how many requests it sends. */
  int requests() {
    return requests.size();
  }

  @Override
  public void run() {
    try {
      for (String request : requests) {
        while (!push(request)) {
          TimeUnit.MILLISECONDS.sleep(200); // else the questions slow the start down
        }
        acknowledged.incrementAndGet();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean push(String request) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          server.send("POST", "/api/time-series-data", "text/csv", request);
      if (answer.statusCode() == 200 && !answer.body().contains("\"rejected\":0")) {
        throw new IllegalStateException("A reading was rejected: " + answer.body());
      }
      return answer.statusCode() == 200;
    } catch (IOException died) {
      return false;
    }
  }
}
