package leakdetection.application.sensors;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import leakdetection.domain.RefusedException;

/**
 * How many sensors the server's heap carries. A heap that is full does not end the server: it
 * collects all the time and judges nothing, so one sensor too many is refused instead.
 */
@ApplicationScoped
public class SensorCapacity {

  /** What the server holds without sensors, and where new objects begin; bytes. */
  private static final long SERVER = 135_000_000;

  /**
   * An {@code amsr} sensor after 90 days of readings at 10 minutes ({@code bench/memory}); bytes.
   */
  private static final long SENSOR = 46_200;

  private final long heap;

  /** Creates the capacity of this server's heap. */
  public SensorCapacity() {
    this(Runtime.getRuntime().maxMemory());
  }

  /**
   * @param heap the largest that it may become, bytes
   */
  SensorCapacity(long heap) {
    this.heap = heap;
  }

  /** Returns how many sensors there may be. */
  public long sensors() {
    return Math.max(1, (heap - SERVER) / SENSOR);
  }

  /**
   * Refuses one sensor more, if there are as many as there may be.
   *
   * @param mounted how many there are
   * @throws RefusedException with what to do about it
   */
  public void refuseMore(long mounted) {
    if (mounted >= sensors()) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("body"),
          ("There are %d sensors, and the server's memory of %d MB carries %d. Start it with more"
                  + " memory, such as JVM_ARGS=-Xmx%dm in its environment.")
              .formatted(mounted, heap >> 20, sensors(), Math.max(768, 2 * (heap >> 20))));
    }
  }
}
