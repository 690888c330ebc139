package leakdetection.domain.baselines;

import java.nio.ByteBuffer;

/** How readings lie in a column: 8 bytes each, IEEE 754, big-endian. */
final class Ppmv {

  private Ppmv() {}

  static byte[] toBytes(double[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES);
    buffer.asDoubleBuffer().put(values);
    return buffer.array();
  }

  static double[] fromBytes(byte[] bytes) {
    double[] values = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
    return values;
  }
}
