package leakdetection.detectors.threshold;

import java.time.Instant;
import java.util.List;
import leakdetection.detectors.StateReader;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Parameter;
import leakdetection.spi.SpiVersion;

/** Makes {@link ThresholdDetector}s. */
public final class ThresholdDetectorProvider implements DetectorProvider {

  static final DetectorDescriptor DESCRIPTOR =
      new DetectorDescriptor(
          SpiVersion.CURRENT,
          "threshold",
          "Fixed limit",
          "Compares each reading with a fixed limit. 100 % is the limit.",
          "",
          1,
          80,
          100,
          List.of(
              new Parameter(
                  "limit",
                  "Limit",
                  "ppmv",
                  false,
                  500,
                  1,
                  10_000,
                  "The concentration that is critical.")));

  @Override
  public DetectorDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Detector create(DetectorContext context) {
    return new ThresholdDetector(context.settings().number("limit"), Instant.MIN);
  }

  @Override
  public Detector restore(DetectorContext context, DetectorSnapshot snapshot)
      throws IncompatibleSnapshotException {
    StateReader state = StateReader.open(snapshot, DESCRIPTOR);
    Instant last = state.readInstant();
    state.end();
    return new ThresholdDetector(context.settings().number("limit"), last);
  }
}
