package leakdetection.detectors.amsr;

import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.spi.IncompatibleSnapshotException;

/** Notices a sensor that repeats one value: a fault, neither normal operation nor a leak. */
final class StuckWatch {

  private static final int FEWEST = 12;

  private final int longest;
  private int value;
  private int since;
  private int repeated;

  /**
   * @param longest minutes of one value after which the sensor is stuck
   */
  StuckWatch(int longest) {
    this.longest = longest;
  }

  /** Takes in a reading and tells whether the sensor is stuck. */
  boolean update(int minute, int milli) {
    if (repeated == 0 || milli != value) {
      value = milli;
      since = minute;
      repeated = 0;
    }
    repeated++;
    return repeated >= FEWEST && minute - since >= longest;
  }

  void write(StateWriter state) {
    state.write(value).write(since).write(repeated);
  }

  void read(StateReader state) throws IncompatibleSnapshotException {
    value = state.readInt();
    since = state.readInt();
    repeated = state.readInt();
  }
}
