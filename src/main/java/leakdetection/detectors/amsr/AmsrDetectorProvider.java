package leakdetection.detectors.amsr;

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

/** Makes {@link AmsrDetector}s. */
public final class AmsrDetectorProvider implements DetectorProvider {

  static final DetectorDescriptor DESCRIPTOR =
      new DetectorDescriptor(
          SpiVersion.CURRENT,
          "amsr",
          "Adaptive rise",
          "Finds rises over half an hour to three hours that this sensor shows about once a year,"
              + " and floors that rise over days. 100 % is critical.",
          "Adaptive multi-scale relative rise (AMSR) with a slow channel; yearly levels by J. R. M."
              + " Hosking and J. R. Wallis, Technometrics 29 (1987)",
          2,
          80,
          100,
          List.of(
              new Parameter(
                  "caution",
                  "Caution",
                  "",
                  false,
                  1,
                  0.5,
                  3,
                  "Divides the score of rises. 1.2 finds a little less and is fooled less often."),
              onOff(
                  "slow",
                  "Slow channel",
                  "Yes (1): also find leaks that grow over many hours or days. No (0): rises only."),
              onOff(
                  "latch",
                  "Hold the score",
                  "Yes (1): the score of a rise falls only with the gas. No (0): it ends with the rise, after"
                      + " three hours."),
              onOff(
                  "levelGuard",
                  "Level guard",
                  "Yes (1): a concentration of more than three times what the baseline exceeds once a"
                      + " year is critical. No (0): only rises count."),
              new Parameter(
                  "stuckAfter",
                  "Stuck after",
                  "h",
                  false,
                  6,
                  1,
                  168,
                  "A sensor that repeats one value for so long (and at least 12 times) is undefined"
                      + " until the value changes."),
              new Parameter(
                  "refitEvery",
                  "Learn every",
                  "d",
                  true,
                  15,
                  1,
                  90,
                  "How often the usual rises and floors of the last 90 days are learned anew.")));

  private final LearnedStates learned = new LearnedStates();

  private static Parameter onOff(String name, String label, String help) {
    return new Parameter(name, label, "", true, 1, 0, 1, help);
  }

  @Override
  public DetectorDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Detector create(DetectorContext context) {
    AmsrOptions options = AmsrOptions.of(context);
    return new AmsrDetector(options, Training.of(context.baseline(), options.sampling()), learned);
  }

  @Override
  public Detector restore(DetectorContext context, DetectorSnapshot snapshot)
      throws IncompatibleSnapshotException {
    AmsrOptions options = AmsrOptions.of(context);
    Training training = Training.of(context.baseline(), options.sampling());
    return AmsrDetector.read(StateReader.open(snapshot, DESCRIPTOR), options, training, learned);
  }
}
