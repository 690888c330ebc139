package example.rise;

import java.util.List;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Parameter;
import leakdetection.spi.SpiVersion;

/** Describes the detector and makes its instances; named in {@code META-INF/services}. */
public final class RiseDetectorProvider implements DetectorProvider {

  static final DetectorDescriptor DESCRIPTOR =
      new DetectorDescriptor(
          SpiVersion.CURRENT,
          "rise",
          "Rise",
          "Compares how far the concentration rose within a short time with the largest such rise"
              + " of the baseline, which is 100 % divided by the margin.",
          "",
          1,
          80,
          100,
          List.of(
              new Parameter(
                  "minutes",
                  "Time of the rise",
                  "min",
                  true,
                  60,
                  20,
                  720,
                  "The lowest reading of so many minutes is where a rise begins."),
              new Parameter(
                  "margin",
                  "Margin",
                  "",
                  false,
                  1.2,
                  1,
                  10,
                  "How many times the baseline's largest rise is critical.")));

  @Override
  public DetectorDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Detector create(DetectorContext context) {
    return new RiseDetector(context);
  }

  @Override
  public Detector restore(DetectorContext context, DetectorSnapshot snapshot)
      throws IncompatibleSnapshotException {
    RiseDetector detector = new RiseDetector(context);
    detector.continueFrom(snapshot);
    return detector;
  }
}
