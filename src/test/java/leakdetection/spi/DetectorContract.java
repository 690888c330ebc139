package leakdetection.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every detector has to keep: extend this class in your plug-in's tests and hand in its
 * provider.
 *
 * <p>The kit makes its own readings: gas pulses with fast rises and slow decays, a leak, a gap. A
 * detector that needs other data overrides {@link #baseline()} or {@link #readings()}. Depends on
 * the contract, JUnit and the JDK alone. Longer than other files: one class to extend and nothing
 * beside it.
 */
public abstract class DetectorContract {

  /** The time between two readings of the kit. */
  protected static final Duration INTERVAL = Duration.ofMinutes(10);

  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  /** Returns the provider under test. */
  protected abstract DetectorProvider provider();

  /** Returns 30 days of normal operation. */
  protected Series baseline() {
    return new Series(pulses(4320, 1), INTERVAL);
  }

  /**
   * Returns 14 days of live readings: a leak begins after 8 days, and a gap of a day follows the
   * 11th.
   */
  protected List<Reading> readings() {
    double[] ppmv = pulses(2016, 2);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < ppmv.length; i++) {
      double leak = i >= 1152 && i < 1296 ? 400 : 0;
      Instant time = START.plus(INTERVAL.multipliedBy(i < 1584 ? i : i + 144));
      readings.add(new Reading(time, ppmv[i] + leak));
    }
    return readings;
  }

  /** Returns settings that differ from the defaults by these values; none by default. */
  protected Map<String, Double> settings() {
    return Map.of();
  }

  @Test
  void providerHasAPublicConstructorWithoutParameters() {
    assertDoesNotThrow(
        () -> provider().getClass().getConstructor().newInstance(),
        "ServiceLoader makes the provider through a public constructor without parameters.");
  }

  @Test
  void descriptorNamesTheContractAndStaysTheSame() {
    DetectorDescriptor descriptor = provider().descriptor();
    assertEquals(SpiVersion.CURRENT, descriptor.spiVersion());
    assertFalse(descriptor.name().isBlank(), "A detector needs a name.");
    assertFalse(descriptor.summary().isBlank(), "A detector needs a summary.");
    assertEquals(descriptor, provider().descriptor());
  }

  @Test
  void parametersHaveDistinctNamesAndExplainThemselves() {
    List<Parameter> parameters = provider().descriptor().parameters();
    assertEquals(parameters.size(), parameters.stream().map(Parameter::name).distinct().count());
    for (Parameter parameter : parameters) {
      assertFalse(parameter.label().isBlank(), parameter.name() + " needs a label.");
      assertFalse(parameter.help().isBlank(), parameter.name() + " needs a help text.");
    }
  }

  @Test
  void settingsOutOfBoundsAreRefused() {
    DetectorDescriptor descriptor = provider().descriptor();
    for (Parameter parameter : descriptor.parameters()) {
      for (double value : new double[] {parameter.min() - 1, parameter.max() + 1, Double.NaN}) {
        InvalidSettingsException refusal =
            assertThrows(
                InvalidSettingsException.class,
                () -> descriptor.settings(Map.of(parameter.name(), value)));
        assertTrue(refusal.getMessage().contains(parameter.name()));
      }
    }
    assertThrows(
        InvalidSettingsException.class, () -> descriptor.settings(Map.of("noSuchSetting", 1.0)));
  }

  @Test
  void settingsAtTheirBoundsWorkOrAreRefusedAsSuch() {
    DetectorDescriptor descriptor = provider().descriptor();
    for (Parameter parameter : descriptor.parameters()) {
      for (double value : new double[] {parameter.min(), parameter.max()}) {
        Map<String, Double> given = new HashMap<>(settings());
        given.put(parameter.name(), value);
        try (Detector detector = provider().create(context(descriptor.settings(given)))) {
          assess(detector, readings().subList(0, 300));
        } catch (InvalidSettingsException | UnusableBaselineException e) {
          assertFalse(e.getMessage().isBlank(), "A refusal needs a reason.");
        }
      }
    }
  }

  @Test
  void unusableBaselinesAreRefusedAsSuch() {
    double[] missing = new double[4320];
    Arrays.fill(missing, Double.NaN);
    for (double[] ppmv : new double[][] {{}, {5.0}, missing, new double[4320]}) {
      DetectorContext context =
          new DetectorContext(new Series(ppmv, INTERVAL), defaults(), List.of());
      try (Detector detector = provider().create(context)) {
        assess(detector, readings().subList(0, 10));
      } catch (UnusableBaselineException e) {
        assertFalse(e.getMessage().isBlank(), "A refusal needs a reason.");
      }
    }
  }

  @Test
  void sameReadingsGiveTheSameAssessments() {
    assertArrayEquals(assess(create(), readings()), assess(create(), readings()));
  }

  @Test
  void someReadingsAreJudged() {
    assertTrue(
        Arrays.stream(assess(create(), readings())).anyMatch(Double::isFinite),
        "Every assessment is undefined.");
  }

  @Test
  void leakScoresHigherThanMostOfNormalOperation() {
    double[] scores = assess(create(), readings());
    double normal = median(Arrays.copyOfRange(scores, 288, 1152));
    double leak =
        Arrays.stream(scores, 1152, 1296).filter(Double::isFinite).max().orElse(Double.NaN);
    assertTrue(
        leak > normal, "The leak scores %s %%, normal operation %s %%.".formatted(leak, normal));
  }

  @Test
  void detectorsOfOneProviderDoNotDisturbEachOther() {
    double[] alone = assess(create(), readings());
    Detector one = create();
    Detector two = create();
    List<Reading> readings = readings();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      assertEquals(alone[i], one.assess(reading).score());
      two.assess(new Reading(reading.time(), 3 * reading.ppmv()));
    }
  }

  @Test
  void restoredDetectorContinuesAsIfNeverStopped() throws IncompatibleSnapshotException {
    List<Reading> readings = readings();
    double[] expected = assess(create(), readings);
    for (int stop : new int[] {0, 1, 100, 144, 145, 500, 1160, 1300, 1583, 1584, 1700}) {
      Detector stopped = create();
      assess(stopped, readings.subList(0, stop));
      DetectorSnapshot snapshot = stopped.snapshot();
      stopped.close();
      Detector restored = provider().restore(context(defaults()), snapshot);
      double[] scores = assess(restored, readings.subList(stop, readings.size()));
      assertArrayEquals(
          Arrays.copyOfRange(expected, stop, expected.length), scores, "restored after " + stop);
    }
  }

  @Test
  void snapshotSurvivesItsOwnRestore() throws IncompatibleSnapshotException {
    Detector detector = create();
    assess(detector, readings().subList(0, 1200));
    DetectorSnapshot snapshot = detector.snapshot();
    assertEquals(snapshot, detector.snapshot());
    assertEquals(snapshot, provider().restore(context(defaults()), snapshot).snapshot());
  }

  @Test
  void snapshotIsStampedWithTheLastReading() {
    Detector detector = create();
    assertEquals(Instant.MIN, detector.snapshot().asOf());
    List<Reading> readings = readings().subList(0, 200);
    assess(detector, readings);
    DetectorSnapshot snapshot = detector.snapshot();
    assertEquals(readings.get(199).time(), snapshot.asOf());
    assertEquals(provider().descriptor().id(), snapshot.detectorId());
    assertEquals(provider().descriptor().stateVersion(), snapshot.stateVersion());
  }

  @Test
  void foreignSnapshotIsRefused() {
    DetectorSnapshot own = create().snapshot();
    refused(new DetectorSnapshot("foreign", own.stateVersion(), own.asOf(), own.state()));
    refused(
        new DetectorSnapshot(own.detectorId(), own.stateVersion() + 1, own.asOf(), own.state()));
  }

  @Test
  void damagedSnapshotIsRefused() {
    Detector detector = create();
    assess(detector, readings().subList(0, 400));
    DetectorSnapshot own = detector.snapshot();
    byte[] state = own.state();
    refused(with(own, new byte[0]));
    refused(with(own, Arrays.copyOf(state, state.length / 2)));
    refused(with(own, Arrays.copyOf(state, state.length + 8)));
    byte[] flipped = state.clone();
    flipped[state.length / 2] ^= 0x10;
    refused(with(own, flipped));
  }

  @Test
  void readingThatIsNotLaterIsRefusedAndChangesNothing() {
    List<Reading> readings = readings();
    Detector detector = create();
    assess(detector, readings.subList(0, 400));
    DetectorSnapshot before = detector.snapshot();
    for (Reading late : List.of(readings.get(399), readings.get(100))) {
      assertThrows(IllegalArgumentException.class, () -> detector.assess(late));
    }
    assertEquals(before, detector.snapshot());
  }

  @Test
  void explanationsAreFinite() {
    Detector detector = create();
    for (Reading reading : readings().subList(1000, 1300)) {
      detector.assess(reading);
      detector
          .explain()
          .ifPresent(
              explanation -> {
                assertFalse(explanation.summary().isBlank());
                assertTrue(explanation.expected().stream().allMatch(Double::isFinite));
              });
    }
    assertEquals(detector.explain(), detector.explain());
  }

  @Test
  void explainingChangesNothing() {
    Detector silent = create();
    Detector explaining = create();
    for (Reading reading : readings()) {
      double score = explaining.assess(reading).score();
      explaining.explain();
      assertEquals(silent.assess(reading).score(), score);
    }
  }

  @Test
  void extremeReadingsAreEndured() {
    Detector detector = create();
    List<Reading> readings = readings();
    double[] extremes = {0, -50, 10_000, 1e-300, 10_000, 0};
    for (int i = 0; i < 600; i++) {
      Reading reading = readings.get(i);
      double ppmv = i > 300 && i < 400 ? extremes[i % extremes.length] : reading.ppmv();
      detector.assess(new Reading(reading.time(), ppmv));
    }
    assertDoesNotThrow(detector::snapshot);
  }

  @Test
  void confirmedNormalStretchesAreAccepted() {
    List<Reading> readings = readings();
    Interval leak = new Interval(readings.get(1152).time(), readings.get(1296).time());
    DetectorContext context = new DetectorContext(baseline(), defaults(), List.of(leak));
    assertDoesNotThrow(() -> assess(provider().create(context), readings));
  }

  @Test
  void baselineIsNotWrittenTo() {
    Series baseline = baseline();
    double[] before = baseline.ppmv().clone();
    assess(provider().create(new DetectorContext(baseline, defaults(), List.of())), readings());
    assertArrayEquals(before, baseline.ppmv());
  }

  private Detector create() {
    return provider().create(context(defaults()));
  }

  private Settings defaults() {
    return provider().descriptor().settings(settings());
  }

  private DetectorContext context(Settings settings) {
    return new DetectorContext(baseline(), settings, List.of());
  }

  private void refused(DetectorSnapshot snapshot) {
    assertThrows(
        IncompatibleSnapshotException.class,
        () -> provider().restore(context(defaults()), snapshot),
        () -> snapshot + " was taken.");
  }

  private static DetectorSnapshot with(DetectorSnapshot snapshot, byte[] state) {
    return new DetectorSnapshot(
        snapshot.detectorId(), snapshot.stateVersion(), snapshot.asOf(), state);
  }

  private static double[] assess(Detector detector, List<Reading> readings) {
    return readings.stream().mapToDouble(reading -> detector.assess(reading).score()).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** Gas pulses: fast rises at random, slow decay, noise. */
  private static double[] pulses(int length, int seed) {
    Random random = new Random(seed);
    double[] ppmv = new double[length];
    double gas = 0;
    double rise = 0;
    for (int i = 0; i < length; i++) {
      if (random.nextDouble() < 0.01) {
        rise = 20 * random.nextDouble();
      }
      gas = 0.985 * gas + rise;
      rise *= 0.7;
      ppmv[i] = 20 + gas + random.nextGaussian();
    }
    return ppmv;
  }
}
