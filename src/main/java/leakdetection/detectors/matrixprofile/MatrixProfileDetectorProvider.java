package leakdetection.detectors.matrixprofile;

import java.time.Duration;
import java.util.List;
import leakdetection.detectors.StateReader;
import leakdetection.numerics.ProfileStream;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Parameter;
import leakdetection.spi.Settings;
import leakdetection.spi.SpiVersion;

/** Makes {@link MatrixProfileDetector}s. */
public final class MatrixProfileDetectorProvider implements DetectorProvider {

  static final DetectorDescriptor DESCRIPTOR =
      new DetectorDescriptor(
          SpiVersion.CURRENT,
          "matrix-profile",
          "Matrix profile",
          "Compares the last day with every day of the baseline. 100 % is as unusual as the most"
              + " unusual day of the baseline itself.",
          "C.-C. M. Yeh et al., Matrix Profile I, IEEE ICDM 2016; non-normalised (AAMP):"
              + " R. Akbarinia and B. Cloez, 2019",
          1,
          100,
          200,
          List.of(
              new Parameter(
                  "window",
                  "Window",
                  "readings",
                  true,
                  144,
                  8,
                  1440,
                  "Readings compared at once. 144 readings are a day at 10 minutes."),
              new Parameter(
                  "resetAfter",
                  "Reset after",
                  "windows",
                  true,
                  2,
                  2,
                  30,
                  "After so many windows of live readings only the last window is kept beside the"
                      + " baseline, so that a lasting anomaly does not become normal."),
              new Parameter(
                  "maxGap",
                  "Longest gap",
                  "min",
                  false,
                  120,
                  1,
                  10080,
                  "A longer gap between two readings (and longer than three sampling intervals of"
                      + " the baseline) begins a new window."),
              new Parameter(
                  "matchLive",
                  "Compare with live readings",
                  "",
                  true,
                  1,
                  0,
                  1,
                  "Yes (1): earlier live readings count as normal, as in the original program; a leak"
                      + " longer than a day then matches itself. No (0): only the baseline counts.")));

  @Override
  public DetectorDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Detector create(DetectorContext context) {
    return detector(context);
  }

  @Override
  public Detector restore(DetectorContext context, DetectorSnapshot snapshot)
      throws IncompatibleSnapshotException {
    MatrixProfileDetector detector = detector(context);
    detector.read(StateReader.open(snapshot, DESCRIPTOR));
    return detector;
  }

  private static MatrixProfileDetector detector(DetectorContext context) {
    Settings settings = context.settings();
    int window = settings.integer("window");
    ProfiledBaseline baseline = ProfiledBaseline.of(context.baseline(), window);
    int capacity = settings.integer("resetAfter") * window;
    Duration interval = context.baseline().interval();
    return new MatrixProfileDetector(
        baseline,
        new ProfileStream(
            baseline.series(),
            ProfiledBaseline.exclusionZone(window),
            capacity,
            settings.isOn("matchLive")),
        capacity,
        interval,
        longestGap(settings.number("maxGap"), interval));
  }

  private static Duration longestGap(double minutes, Duration interval) {
    Duration gap = Duration.ofMillis(Math.round(minutes * 60_000));
    Duration three = interval.multipliedBy(3);
    return gap.compareTo(three) < 0 ? three : gap;
  }
}
