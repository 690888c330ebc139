package leakdetection.application.detection;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import leakdetection.spi.Assessment;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Reading;
import leakdetection.spi.SpiVersion;

/**
 * Makes detectors whose score is the fading sum of all readings, so that one reading too many, too
 * few or out of order shows in every later score.
 */
final class EchoingProvider implements DetectorProvider {

  static final DetectorDescriptor DESCRIPTOR =
      new DetectorDescriptor(
          SpiVersion.CURRENT, "echo", "Echo", "Repeats what it hears.", "", 1, 100, 200, List.of());

  private final DoubleUnaryOperator listener;
  private boolean snapshotsFail;
  private int open;
  private int created;
  private int restored;

  /**
   * @param listener is given each reading, ppmv, and returns what is heard; may throw
   */
  EchoingProvider(DoubleUnaryOperator listener) {
    this.listener = listener;
  }

  EchoingProvider() {
    this(ppmv -> ppmv);
  }

  void failSnapshots() {
    snapshotsFail = true;
  }

  /** Returns how many detectors were made and not closed. */
  int open() {
    return open;
  }

  int created() {
    return created;
  }

  int restored() {
    return restored;
  }

  @Override
  public DetectorDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Detector create(DetectorContext context) {
    created++;
    return new Echo(0);
  }

  @Override
  public Detector restore(DetectorContext context, DetectorSnapshot snapshot) {
    restored++;
    return new Echo(ByteBuffer.wrap(snapshot.state()).getDouble());
  }

  private final class Echo implements Detector {
    private double sum;
    private Reading last;

    Echo(double sum) {
      this.sum = sum;
      open++;
    }

    @Override
    public Assessment assess(Reading reading) {
      if (last != null && !reading.time().isAfter(last.time())) {
        throw new IllegalArgumentException("out of order");
      }
      last = reading;
      sum = 0.5 * sum + listener.applyAsDouble(reading.ppmv());
      return new Assessment(sum);
    }

    @Override
    public DetectorSnapshot snapshot() {
      if (snapshotsFail) {
        throw new IllegalStateException("no snapshot");
      }
      byte[] state = ByteBuffer.allocate(Double.BYTES).putDouble(sum).array();
      return new DetectorSnapshot("echo", 1, last.time(), state);
    }

    @Override
    public void close() {
      open--;
    }
  }
}
