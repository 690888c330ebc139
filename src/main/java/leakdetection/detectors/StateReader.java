package leakdetection.detectors;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.zip.CRC32;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.IncompatibleSnapshotException;

/** Reads a state that {@link StateWriter} wrote, and refuses any other. */
public final class StateReader {

  private final String detectorId;
  private final ByteBuffer buffer;

  private StateReader(String detectorId, ByteBuffer buffer) {
    this.detectorId = detectorId;
    this.buffer = buffer;
  }

  /**
   * Opens a snapshot of the given detector.
   *
   * @throws IncompatibleSnapshotException if it is of another detector or state version, or damaged
   */
  public static StateReader open(DetectorSnapshot snapshot, DetectorDescriptor detector)
      throws IncompatibleSnapshotException {
    if (!snapshot.detectorId().equals(detector.id())
        || snapshot.stateVersion() != detector.stateVersion()) {
      throw new IncompatibleSnapshotException(
          "The snapshot is of detector %s with state version %d, but %s with %d is needed."
              .formatted(
                  snapshot.detectorId(),
                  snapshot.stateVersion(),
                  detector.id(),
                  detector.stateVersion()));
    }
    byte[] state = snapshot.state();
    int length = state.length - Integer.BYTES;
    CRC32 checksum = new CRC32();
    checksum.update(state, 0, Math.max(0, length));
    if (length < 0 || ByteBuffer.wrap(state).getInt(length) != (int) checksum.getValue()) {
      throw new IncompatibleSnapshotException(
          "The snapshot of detector %s (%d bytes) is damaged: its checksum does not fit."
              .formatted(detector.id(), state.length));
    }
    return new StateReader(detector.id(), ByteBuffer.wrap(state, 0, length));
  }

  /** Reads a whole number. */
  public int readInt() throws IncompatibleSnapshotException {
    try {
      return buffer.getInt();
    } catch (BufferUnderflowException e) {
      throw tooShort();
    }
  }

  /** Reads a long number. */
  public long readLong() throws IncompatibleSnapshotException {
    try {
      return buffer.getLong();
    } catch (BufferUnderflowException e) {
      throw tooShort();
    }
  }

  /** Reads a number. */
  public double readDouble() throws IncompatibleSnapshotException {
    return Double.longBitsToDouble(readLong());
  }

  /** Reads numbers. */
  public double[] readDoubles() throws IncompatibleSnapshotException {
    double[] values = new double[count(Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getDouble();
    }
    return values;
  }

  /** Reads whole numbers. */
  public int[] readInts() throws IncompatibleSnapshotException {
    int[] values = new int[count(Integer.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getInt();
    }
    return values;
  }

  /** Reads numbers of single precision. */
  public float[] readFloats() throws IncompatibleSnapshotException {
    float[] values = new float[count(Float.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getFloat();
    }
    return values;
  }

  /** Reads bytes. */
  public byte[] readBytes() throws IncompatibleSnapshotException {
    byte[] values = new byte[count(Byte.BYTES)];
    buffer.get(values);
    return values;
  }

  /** Reads an instant. */
  public Instant readInstant() throws IncompatibleSnapshotException {
    long second = readLong();
    int nano = readInt();
    try {
      return Instant.ofEpochSecond(second, nano);
    } catch (DateTimeException | ArithmeticException e) {
      throw refusal("holds no valid time");
    }
  }

  /**
   * Says that the state makes no sense.
   *
   * @param reason completes the sentence "The snapshot of detector x ..."
   */
  public IncompatibleSnapshotException refusal(String reason) {
    return new IncompatibleSnapshotException(
        "The snapshot of detector %s %s.".formatted(detectorId, reason));
  }

  /**
   * Checks that all was read.
   *
   * @throws IncompatibleSnapshotException if bytes are left
   */
  public void end() throws IncompatibleSnapshotException {
    if (buffer.hasRemaining()) {
      throw refusal("has %d bytes too many".formatted(buffer.remaining()));
    }
  }

  private int count(int bytesEach) throws IncompatibleSnapshotException {
    int count = readInt();
    if (count < 0 || count > buffer.remaining() / bytesEach) {
      throw tooShort();
    }
    return count;
  }

  private IncompatibleSnapshotException tooShort() {
    return refusal("is too short");
  }
}
