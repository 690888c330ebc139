package leakdetection.detectors.randomcutforest;

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

/** Makes {@link RandomCutForestDetector}s. */
public final class RandomCutForestDetectorProvider implements DetectorProvider {

  static final DetectorDescriptor DESCRIPTOR =
      new DetectorDescriptor(
          SpiVersion.CURRENT,
          "random-cut-forest",
          "Random cut forest",
          "How easily random cuts tell the last readings from those before, upwards only. 100 % is"
              + " what the baseline exceeds about once a year. A second opinion.",
          "S. Guha et al., Robust Random Cut Forest Based Anomaly Detection on Streams, ICML 2016",
          1,
          100,
          200,
          List.of(
              new Parameter(
                  "shingle",
                  "Readings at once",
                  "readings",
                  true,
                  8,
                  1,
                  48,
                  "Readings that make one point of the forest."),
              new Parameter(
                  "trees", "Trees", "", true, 30, 10, 100, "More trees give steadier scores."),
              new Parameter(
                  "samples",
                  "Samples",
                  "points",
                  true,
                  256,
                  64,
                  1024,
                  "Points that each tree keeps. More of them remember longer."),
              new Parameter(
                  "maxGap",
                  "Longest gap",
                  "min",
                  false,
                  120,
                  1,
                  10080,
                  "After a longer gap (and longer than three sampling intervals) nothing is judged"
                      + " until a point is full again."),
              new Parameter(
                  "seed",
                  "Seed",
                  "",
                  true,
                  42,
                  0,
                  1_000_000,
                  "Of the random cuts. Another seed gives another, equally good forest.")));

  @Override
  public DetectorDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Detector create(DetectorContext context) {
    return new RandomCutForestDetector(context, trained(context));
  }

  @Override
  public Detector restore(DetectorContext context, DetectorSnapshot snapshot)
      throws IncompatibleSnapshotException {
    RandomCutForestDetector detector = new RandomCutForestDetector(context, trained(context));
    detector.read(StateReader.open(snapshot, DESCRIPTOR));
    return detector;
  }

  private static TrainedForest trained(DetectorContext context) {
    return TrainedForest.of(context.baseline(), context.settings());
  }
}
