package leakdetection.detectors.amsr;

import java.time.Instant;
import java.util.Optional;
import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.spi.Assessment;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Explanation;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Reading;

/**
 * Scores a reading by the largest of: the rise channel's score, the slow channel's divided by 1.2,
 * the held score of an earlier rise, and the level guard. 100 % is critical.
 *
 * <p>Learns from the baseline when the first live reading tells where in time it ends, then every
 * 15 days from the last 90 days. Readings nearer than 7.5 minutes to the last one kept are judged
 * against it but not kept.
 */
final class AmsrDetector implements Detector {

  private static final int LEARNED_READINGS = 12_960;
  private static final int LATCH_GAP = 360;

  private final AmsrOptions options;
  private final LearnedStates learned;
  private final Sampling sampling;
  private final int refitReadings;
  private final RiseChannel rise;
  private final SlowChannel slow;
  private final Latch latch = new Latch();
  private final Tolerance levels;
  private final StuckWatch stuckWatch;
  private Training training;
  private ReadingHistory history;

  /** Number of the first reading that a rise may start from. */
  private int barrier;

  private int firstLive;
  private double levelLimit;
  private boolean stuck;
  private Instant last = Instant.MIN;
  private double score = Double.NaN;

  AmsrDetector(AmsrOptions options, Training training, LearnedStates learned) {
    this.learned = learned;
    this.options = options;
    this.sampling = options.sampling();
    this.training = training;
    this.refitReadings = sampling.readings(options.refitDays() * 1440.0);
    this.rise = new RiseChannel(sampling, options.normal());
    this.slow = new SlowChannel(sampling, options.normal(), options.refitDays());
    this.levels = new Tolerance(options.normal(), 1);
    this.stuckWatch = new StuckWatch(options.stuckMinutes());
    this.history = new ReadingHistory(LEARNED_READINGS + sampling.readings(2880));
  }

  @Override
  public Assessment assess(Reading reading) {
    if (!reading.time().isAfter(last)) {
      throw new IllegalArgumentException(
          "The reading at %s must be later than the last one at %s."
              .formatted(reading.time(), last));
    }
    last = reading.time();
    int minute = Minutes.of(reading.time());
    if (!Training.isPhysical(reading.ppmv())) {
      score = Double.NaN;
    } else {
      if (training != null) {
        learnFromTraining(minute);
      }
      judge(minute, Training.milli(reading.ppmv()));
    }
    return new Assessment(score);
  }

  /** Learns, or takes over what another sensor learned from the same. */
  private void learnFromTraining(int minute) {
    if (!options.normal().isEmpty()) {
      learnFrom(training, minute);
      return;
    }
    DetectorSnapshot state =
        learned.of(
            training,
            options.refitDays(),
            minute,
            () -> {
              learnFrom(training, minute);
              return snapshot();
            });
    if (training != null) {
      takeOver(state);
    }
  }

  private void takeOver(DetectorSnapshot state) {
    try {
      StateReader reader = StateReader.open(state, AmsrDetectorProvider.DESCRIPTOR);
      reader.readInstant();
      reader.readDouble();
      reader.readInt();
      readTrained(reader);
    } catch (IncompatibleSnapshotException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void learnFrom(Training given, int minute) {
    ReadingHistory.Unpacked readings = given.before(minute);
    int length = readings.millis().length;
    slow.begin(readings.minutes(), readings.millis(), minute);
    double[] ppmv = new double[length];
    for (int i = 0; i < length; i++) {
      history.append(readings.minutes()[i], readings.millis()[i]);
      slow.update(history);
      ppmv[i] = readings.millis()[i] / 1000.0;
    }
    rise.learn(readings, Math.max(0, length - LEARNED_READINGS), length);
    levelLimit = 3 * sampling.yearly().of(ppmv, length);
    firstLive = length;
    barrier = length;
    training = null;
  }

  private void judge(int minute, int milli) {
    double rises;
    double held;
    levels.note(minute, 0, milli / 1000.0);
    int size = history.size();
    boolean kept =
        size == firstLive
            || minute - history.minute(size - 1) >= Training.NEAREST * sampling.step();
    if (kept) {
      rises = keep(minute, milli);
      held = hold(rises, milli / 1000.0);
    } else {
      rises = rise.score(history, minute, milli, barrier) / options.caution();
      held = latch.at(milli / 1000.0);
    }
    score = stuck ? Double.NaN : 100 * combine(rises, held, milli / 1000.0);
  }

  /** Takes a reading into the history and returns the score of its rise. */
  private double keep(int minute, int milli) {
    int number = history.size();
    if (number > firstLive) {
      if (minute - history.minute(number - 1) > LATCH_GAP) {
        latch.release();
      }
      if ((number - firstLive) % refitReadings == 0) {
        learn(number);
      }
    }
    double rises = rise.score(history, minute, milli, barrier);
    history.append(minute, milli);
    slow.update(history);
    rise.guard(number, rises);
    stuck = stuckWatch.update(minute, milli);
    if (stuck) {
      // What follows is compared with what the sensor really measured only.
      barrier = history.size();
    }
    return rises / options.caution();
  }

  private void learn(int number) {
    int from = Math.max(0, number - LEARNED_READINGS);
    rise.learn(history.unpack(from), from, number);
    int now = history.minute(number - 1);
    rise.forgetBefore(history.oldest(), now);
    levels.forgetAt(now);
  }

  private double hold(double rises, double ppmv) {
    if (!options.latch() || stuck) {
      latch.release();
      return 0;
    }
    double lowest = ppmv;
    if (rises >= 1) {
      int from = Math.max(barrier, history.size() - rise.lag(RiseChannel.SPANS.length - 1));
      for (int number = from; number < history.size(); number++) {
        lowest = Math.min(lowest, history.milli(number) / 1000.0);
      }
    }
    return latch.update(rises, ppmv, lowest);
  }

  /** Returns the largest part; NaN if none is defined. */
  private double combine(double rises, double held, double ppmv) {
    double best = rises;
    if (options.slow() && slow.deciding() >= 0 && !(slow.score() / SlowChannel.CRITICAL <= best)) {
      best = slow.score() / SlowChannel.CRITICAL;
    }
    if (held > 0 && !(held <= best)) {
      best = held;
    }
    if (isAboveLevel(ppmv) && !(ppmv / levelLimit() <= best)) {
      best = ppmv / levelLimit();
    }
    return best;
  }

  private boolean isAboveLevel(double ppmv) {
    return options.levelGuard() && levelLimit > 0 && ppmv > levelLimit();
  }

  private double levelLimit() {
    return levels.weight(0, levelLimit, 1);
  }

  @Override
  public Optional<Explanation> explain() {
    if (!Double.isFinite(score)) {
      return Optional.empty();
    }
    double ppmv = history.milli(history.size() - 1) / 1000.0;
    double level = isAboveLevel(ppmv) ? ppmv / levelLimit() : 0;
    return Optional.of(
        new AmsrExplanation(options, history, rise, slow, barrier)
            .explanation(latch.at(ppmv), level));
  }

  @Override
  public DetectorSnapshot snapshot() {
    StateWriter state = new StateWriter();
    state.write(last).write(score).write(training == null ? 1 : 0);
    if (training == null) {
      state.write(barrier).write(firstLive).write(levelLimit).write(stuck ? 1 : 0);
      history.write(state);
      rise.write(state);
      slow.write(state);
      levels.write(state);
      latch.write(state);
      stuckWatch.write(state);
    }
    return state.snapshot(AmsrDetectorProvider.DESCRIPTOR, last);
  }

  /** Makes a detector that continues from a state. */
  static AmsrDetector read(
      StateReader state, AmsrOptions options, Training training, LearnedStates learned)
      throws IncompatibleSnapshotException {
    AmsrDetector detector = new AmsrDetector(options, training, learned);
    detector.last = state.readInstant();
    detector.score = state.readDouble();
    if (state.readInt() == 1) {
      detector.readTrained(state);
    }
    state.end();
    return detector;
  }

  private void readTrained(StateReader state) throws IncompatibleSnapshotException {
    training = null;
    barrier = state.readInt();
    firstLive = state.readInt();
    levelLimit = state.readDouble();
    stuck = state.readInt() == 1;
    history = ReadingHistory.read(state, LEARNED_READINGS + sampling.readings(2880));
    rise.read(state);
    slow.read(state, history);
    levels.read(state);
    latch.read(state);
    stuckWatch.read(state);
  }
}
