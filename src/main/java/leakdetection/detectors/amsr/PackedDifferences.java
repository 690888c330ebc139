package leakdetection.detectors.amsr;

import java.util.Arrays;

/**
 * Whole numbers as the differences between neighbours, in blocks of {@value #BLOCK} with as many
 * bits as the largest of the block needs.
 */
final class PackedDifferences {

  private static final int BLOCK = 16;

  private PackedDifferences() {}

  /** Packs whole numbers. */
  static final class Writer {

    private byte[] bytes;
    private long pending;
    private int pendingBits;
    private int length;

    Writer(int expected) {
      bytes = new byte[expected];
    }

    /**
     * Writes the first value and the differences of the others, in blocks of equal width.
     *
     * @param usual difference that costs nothing
     */
    void write(int[] values, int usual) {
      write(values[0], 32);
      write(usual, 32);
      for (int from = 1; from < values.length; from += BLOCK) {
        int to = Math.min(values.length, from + BLOCK);
        int all = 0;
        for (int i = from; i < to; i++) {
          all |= zigzag(values[i] - values[i - 1] - usual);
        }
        int width = 32 - Integer.numberOfLeadingZeros(all);
        write(width, 6);
        for (int i = from; i < to; i++) {
          write(zigzag(values[i] - values[i - 1] - usual), width);
        }
      }
    }

    private static int zigzag(int difference) {
      return (difference << 1) ^ (difference >> 31);
    }

    private void write(int value, int width) {
      pending |= (value & 0xFFFFFFFFL) << pendingBits;
      pendingBits += width;
      while (pendingBits >= 8) {
        put();
      }
    }

    private void put() {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = (byte) pending;
      pending >>>= 8;
      pendingBits -= 8;
    }

    byte[] toBytes() {
      if (pendingBits > 0) {
        put();
      }
      return Arrays.copyOf(bytes, length);
    }
  }

  /** Unpacks what {@link Writer} packed. */
  static final class Reader {

    private final byte[] bytes;
    private long pending;
    private int pendingBits;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    void read(int[] values, int from, int count) {
      int value = read(32);
      int usual = read(32);
      values[from] = value;
      for (int block = 1; block < count; block += BLOCK) {
        int width = read(6);
        int to = Math.min(count, block + BLOCK);
        for (int i = block; i < to; i++) {
          int zigzag = read(width);
          value += usual + ((zigzag >>> 1) ^ -(zigzag & 1));
          values[from + i] = value;
        }
      }
    }

    private int read(int width) {
      while (pendingBits < width) {
        pending |= (bytes[at++] & 0xFFL) << pendingBits;
        pendingBits += 8;
      }
      int value = (int) (pending & ((1L << width) - 1));
      pending >>>= width;
      pendingBits -= width;
      return value;
    }
  }
}
