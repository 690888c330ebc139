package leakdetection.detectors;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorSnapshot;

/**
 * Writes a detector's state as big-endian binary with a CRC-32 at its end; read back by {@link
 * StateReader}.
 */
public final class StateWriter {

  private ByteBuffer buffer = ByteBuffer.allocate(256);

  /** Appends a whole number. */
  public StateWriter write(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  /** Appends a long number. */
  public StateWriter write(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  /** Appends a number, bit for bit. */
  public StateWriter write(double value) {
    room(Double.BYTES).putDouble(value);
    return this;
  }

  /** Appends numbers with their count. */
  public StateWriter write(double[] values) {
    room(Integer.BYTES + values.length * Double.BYTES).putInt(values.length);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return this;
  }

  /** Appends whole numbers with their count. */
  public StateWriter write(int[] values) {
    room(Integer.BYTES + values.length * Integer.BYTES).putInt(values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return this;
  }

  /** Appends numbers of single precision with their count. */
  public StateWriter write(float[] values) {
    room(Integer.BYTES + values.length * Float.BYTES).putInt(values.length);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return this;
  }

  /** Appends bytes with their count. */
  public StateWriter write(byte[] values) {
    room(Integer.BYTES + values.length).putInt(values.length).put(values);
    return this;
  }

  /** Appends an instant. */
  public StateWriter write(Instant time) {
    return write(time.getEpochSecond()).write(time.getNano());
  }

  /** Closes the state with its checksum and wraps it. */
  public DetectorSnapshot snapshot(DetectorDescriptor detector, Instant asOf) {
    CRC32 checksum = new CRC32();
    checksum.update(buffer.array(), 0, buffer.position());
    write((int) checksum.getValue());
    byte[] state = Arrays.copyOf(buffer.array(), buffer.position());
    return new DetectorSnapshot(detector.id(), detector.stateVersion(), asOf, state);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int size = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      buffer = ByteBuffer.allocate(size).put(buffer.flip());
    }
    return buffer;
  }
}
