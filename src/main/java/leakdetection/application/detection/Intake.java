package leakdetection.application.detection;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.Microseconds;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.events.SensorFault;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.SamplingRate;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * Makes of the readings of one sensor, in the order of their times, what is to be judged, and finds
 * out when the sensor measures nothing. Not thread-safe.
 *
 * <p>All of it follows from the readings and their times, so that it comes out the same after a
 * restart; the clock only tells earlier what the next reading would. It runs from the arrival of
 * the last reading on, so that it is right for live readings and for replayed ones.
 */
final class Intake {

  /** How many readings before it an intake remembers. */
  static final int REMEMBERED = SamplingRate.REMEMBERED + 1;

  /** So many unusable readings in a row are a fault of the sensor. */
  private static final int UNUSABLE = 3;

  private static final long GRACE_MICROS = 5_000_000;
  private static final long NEVER = Long.MAX_VALUE;

  /** Of a sensor with a reading in centuries the clock tells nothing, us. */
  private static final long LONGEST_SILENCE = NEVER / 4000;

  private final Outlet outlet;
  private ReadingRules rules;
  private final SamplingRate rate = new SamplingRate();
  private final Deliveries deliveries = new Deliveries();
  private Instant taken = Instant.MIN;
  private int unusable;
  private SensorFault fault;
  private OpenInterval interval;
  private long arrived;

  /** Takes what an intake finds, in the order of the times. */
  interface Outlet {

    /** A value is to be judged. */
    void sample(Sample sample);

    /** The sensor measures nothing, or measures again. */
    void change(Instant time, SensorCondition condition);

    /** Nothing came between two readings for too long. */
    void gap(Instant from, Instant to);
  }

  Intake(ReadingRules rules, Outlet outlet) {
    this.rules = rules;
    this.outlet = outlet;
  }

  /** Goes by other rules from now on. */
  void follow(ReadingRules newRules) {
    rules = newRules;
  }

  /** Returns the time of the last reading that was taken. */
  Instant taken() {
    return taken;
  }

  /** Returns the begin of the interval that is not over; empty if none is open. */
  Optional<Instant> openFrom() {
    return Optional.ofNullable(interval).map(OpenInterval::begin);
  }

  /** Takes note of readings that were taken before, the last of which was judged. */
  void remember(List<TimeSeriesData> before) {
    for (TimeSeriesData reading : before) {
      pass(reading.timestamp());
    }
  }

  private void pass(Instant time) {
    if (!taken.equals(Instant.MIN)) {
      rate.add(Microseconds.between(taken, time));
    }
    taken = time;
  }

  /**
   * Takes a reading; one that is not later than the last is passed over.
   *
   * @param now when it came, of a clock that only goes forward, ns
   */
  void take(TimeSeriesData reading, long now) {
    Instant time = reading.timestamp();
    if (!time.isAfter(taken)) {
      return;
    }
    long silence = taken.equals(Instant.MIN) ? 0 : silence();
    long distance = taken.equals(Instant.MIN) ? 0 : Microseconds.between(taken, time);
    boolean gap = silence > 0 && distance > silence;
    if (gap) {
      outlet.gap(taken, time);
      fallSilent(silence);
    }
    deliveries.add(gap ? 0 : distance, now);
    pass(time);
    arrived = now;
    if (reading.isJudged()) {
      unusable = 0;
      judge(reading);
    } else {
      refuse(reading);
    }
  }

  private void judge(TimeSeriesData reading) {
    long length = rules.detectionInterval();
    if (samplingInterval() == 0 || samplingInterval() > length / 2) {
      close();
      fault = null;
      outlet.sample(Sample.of(reading));
      return;
    }
    if (interval != null && !interval.holds(reading.timestamp(), length)) {
      close();
    }
    if (fault != null) {
      fault = null;
      outlet.change(reading.timestamp(), SensorCondition.OK);
    }
    if (interval == null) {
      interval = new OpenInterval(reading.timestamp(), length);
    }
    interval.add(reading);
  }

  private void refuse(TimeSeriesData reading) {
    boolean stuck = reading.quality() == Quality.STUCK;
    unusable = stuck ? 0 : unusable + 1;
    if (stuck) {
      fail(SensorFault.STUCK, reading.timestamp());
    } else if (unusable >= UNUSABLE) {
      fail(SensorFault.SENTINEL, reading.timestamp());
    }
  }

  private void fallSilent(long silence) {
    close();
    fail(SensorFault.SILENT, taken.plus(silence, MICROS));
  }

  private void fail(SensorFault found, Instant time) {
    if (fault != found) {
      close();
      fault = found;
      outlet.change(time, new SensorCondition(found));
    }
  }

  private void close() {
    if (interval != null) {
      Sample sample = interval.sample();
      interval = null;
      outlet.sample(sample);
    }
  }

  /** Finds out what the clock tells: that an interval is over, that the sensor is silent. */
  void look(long now) {
    if (isReached(closesAt(), now)) {
      close();
    }
    if (isReached(silentAt(), now)) {
      fallSilent(silence());
    }
  }

  private static boolean isReached(long time, long now) {
    return time != NEVER && now - time >= 0;
  }

  /** Returns when to {@link #look}, of the same clock, ns; {@link Long#MAX_VALUE} for never. */
  long wakeAt() {
    long closes = closesAt();
    long silent = silentAt();
    if (closes == NEVER || silent == NEVER) {
      return closes == NEVER ? silent : closes;
    }
    return closes - silent <= 0 ? closes : silent;
  }

  private long closesAt() {
    if (interval == null) {
      return NEVER;
    }
    long length = rules.detectionInterval();
    long delivery = Math.max(0, deliveries.span() - samplingInterval());
    return arrived + 1000 * (interval.remaining() + Math.min(GRACE_MICROS, length / 10) + delivery);
  }

  private long silentAt() {
    boolean possible = fault != SensorFault.SILENT && !taken.equals(Instant.MIN) && silence() > 0;
    return possible && patience() < LONGEST_SILENCE ? arrived + 1000 * patience() : NEVER;
  }

  /**
   * Returns for how long the clock may tell nothing, us. Readings that come together are late by as
   * much as they cover, and the sensor is not silent for that.
   */
  private long patience() {
    return Math.max(
        silence(),
        deliveries.isKnown() ? rules.silence(deliveries.span()) : rules.detectionInterval());
  }

  /** Closes what is open, because nothing follows. */
  void finish() {
    close();
  }

  /** Starts the clock for what was remembered. */
  void startClock(long now) {
    arrived = now;
  }

  private long silence() {
    return rules.silence(samplingInterval());
  }

  private long samplingInterval() {
    return rules.samplingInterval().map(set -> set.toNanos() / 1000).orElseGet(rate::interval);
  }
}
