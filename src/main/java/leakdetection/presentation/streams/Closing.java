package leakdetection.presentation.streams;

import java.nio.charset.StandardCharsets;

/**
 * Why a stream ends. Codes from 4400 on are those of HTTP plus 4000.
 *
 * @param code the close code of the WebSocket protocol
 * @param reason a sentence for a person; what is beyond 123 bytes of UTF-8 is cut off, because a
 *     close frame holds no more
 */
public record Closing(int code, String reason) {

  /** The server stops. */
  public static final Closing SERVER_STOPS = new Closing(1001, "The server stops.");

  /** More waits for the client than its queue may hold. */
  public static final Closing TOO_SLOW = new Closing(1013, "The client reads too slowly.");

  /** More waits for the stream than the server can render. */
  public static final Closing OVERLOADED =
      new Closing(1013, "The server is overloaded. Connect again later.");

  /** There are as many streams as the server serves. */
  public static final Closing TOO_MANY =
      new Closing(1013, "The server serves too many streams. Connect again later.");

  /** The server failed while it read the history. */
  public static final Closing FAILED = new Closing(1011, "The server failed. See its log.");

  /** Whoever opened it signed out, was locked out, or their session or token has ended. */
  static final Closing ACCESS_ENDED = new Closing(4401, "The session has ended. Sign in again.");

  /** The connection is gone, so that nobody reads this. */
  static final Closing BROKEN = new Closing(1011, "The connection broke.");

  private static final int MAX_BYTES = 123;

  public Closing {
    while (reason.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      reason = reason.substring(0, reason.offsetByCodePoints(reason.length(), -1));
    }
  }

  /** Returns the refusal of a query or path that cannot be understood. */
  public static Closing badRequest(String reason) {
    return new Closing(4400, reason);
  }

  /** Returns the refusal of a sensor that does not exist. */
  public static Closing unknownSensor(String sensorId) {
    return new Closing(4404, "There is no sensor %s.".formatted(sensorId));
  }

  /** Returns the end of the streams of a sensor that was removed. */
  public static Closing sensorRemoved(long sensorId) {
    return new Closing(4410, "Sensor %d was removed.".formatted(sensorId));
  }

  /** Returns the refusal of what is not possible at the moment. */
  public static Closing notNow(String reason) {
    return new Closing(4422, reason);
  }
}
