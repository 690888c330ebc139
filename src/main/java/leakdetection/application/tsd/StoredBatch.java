package leakdetection.application.tsd;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import leakdetection.application.tsd.Recording.Refused;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingRule;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.ReadingTail;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Finds out what a batch of one sensor changes: which readings are new and what is thought of them,
 * which are repeated and which are corrections. Used inside a unit of work, once.
 */
final class StoredBatch {

  /** What is further ahead of the server's clock is not taken, unless the sensor's rule allows. */
  private static final long MOST_AHEAD_SECONDS = 86_400;

  private static final String TOO_OLD =
      "The reading of %s is older than what is kept of the sensor (READINGS__KEPT).";
  private static final String TOO_FAR =
      "The reading of %s is more than a day ahead of the server's clock (%s); what comes after it"
          + " would be late. The sensor's clockSkewSeconds can allow more.";

  private final long sensorId;
  private final ReadingTail tail;
  private final ReadingRules rules;
  private final TimeSeriesDataRepository readings;
  private final Supplier<Optional<Instant>> keptFrom;
  private final Instant now;
  private final Instant clock;
  private final List<TimeSeriesData> fresh = new ArrayList<>();
  private final List<ReadingCorrection> corrections = new ArrayList<>();
  private final List<Long> spikes = new ArrayList<>(0);
  private final List<Refused> refused = new ArrayList<>(0);
  private int repeated;

  /**
   * @param keptFrom says from when on the sensor's readings are kept
   * @param now when the batch came
   * @param live whether the readings are measured now, and not replayed or imported
   */
  StoredBatch(
      long sensorId,
      ReadingTail tail,
      ReadingRules rules,
      TimeSeriesDataRepository readings,
      Supplier<Optional<Instant>> keptFrom,
      Instant now,
      boolean live) {
    this.sensorId = sensorId;
    this.tail = tail;
    this.rules = rules;
    this.readings = readings;
    this.keptFrom = keptFrom;
    this.now = now;
    this.clock = live ? now : null;
  }

  Recording take(List<RawReading> batch) {
    Instant last = tail.newest();
    Instant latest = latest();
    if (GivenReadings.isInOrder(batch, last, latest)) {
      // The usual case, without a look into the database.
      batch.forEach(reading -> fresh(reading.time(), reading.ppmv()));
    } else {
      compare(near(kept(new GivenReadings(batch).values()), latest), last);
    }
    return new Recording(sensorId, fresh, repeated, corrections, refused);
  }

  /** Leaves out what is older than what is kept: of that nobody knows what was there. */
  private NavigableMap<Instant, List<Double>> kept(NavigableMap<Instant, List<Double>> given) {
    Instant edge = keptFrom.get().orElse(Instant.MIN);
    given.headMap(edge, false).forEach((time, values) -> refuse(time, values, TOO_OLD));
    return given.tailMap(edge, true);
  }

  /**
   * Leaves out what is far ahead of the clock: all that comes in turn after it would be late, and
   * the sensor blind.
   */
  private NavigableMap<Instant, List<Double>> near(
      NavigableMap<Instant, List<Double>> given, Instant latest) {
    given.tailMap(latest, false).forEach((time, values) -> refuse(time, values, TOO_FAR));
    return given.headMap(latest, true);
  }

  private Instant latest() {
    long skew = Math.round(rules.of(ReadingRule.CLOCK_SKEW));
    return now.plusSeconds(Math.max(MOST_AHEAD_SECONDS, skew));
  }

  private void refuse(Instant time, List<Double> values, String reason) {
    String sentence = reason.formatted(time, now.truncatedTo(ChronoUnit.SECONDS));
    values.forEach(ppmv -> refused.add(new Refused(new RawReading(time, ppmv), sentence)));
  }

  private void compare(NavigableMap<Instant, List<Double>> given, Instant last) {
    NavigableMap<Instant, List<Double>> perhapsKept = given.headMap(last, true);
    Map<Instant, TimeSeriesData> kept =
        perhapsKept.isEmpty() ? Map.of() : readings.at(sensorId, perhapsKept.navigableKeySet());
    for (Map.Entry<Instant, List<Double>> entry : given.entrySet()) {
      TimeSeriesData before = kept.get(entry.getKey());
      TimeSeriesData row =
          before != null ? before : fresh(entry.getKey(), GivenReadings.last(entry));
      List<GivenReadings.Step> steps =
          GivenReadings.steps(entry.getValue(), before == null ? null : before.ppmv());
      steps.forEach(step -> correct(row, step));
      repeated += entry.getValue().size() - steps.size() - (before == null ? 1 : 0);
    }
  }

  private TimeSeriesData fresh(Instant time, double ppmv) {
    long id = readings.nextId();
    ReadingTail.Verdict verdict = tail.take(id, time, ppmv, rules, clock);
    if (verdict.spikeId() != ReadingTail.Verdict.NO_SPIKE) {
      spikes.add(verdict.spikeId());
    }
    TimeSeriesData reading = new TimeSeriesData(id, sensorId, time, ppmv, verdict.quality());
    fresh.add(reading);
    return reading;
  }

  private void correct(TimeSeriesData row, GivenReadings.Step step) {
    corrections.add(
        new ReadingCorrection(
            row.id(),
            sensorId,
            row.timestamp(),
            step.before(),
            quality(row, step.before()),
            step.after(),
            quality(row, step.after()),
            now));
  }

  private Quality quality(TimeSeriesData row, double ppmv) {
    Quality quality = rules.ofValue(ppmv);
    return quality == Quality.GOOD && row.quality().isLate() ? row.quality() : quality;
  }

  /** Returns the readings stored before that turned out to be lone spikes. */
  List<Long> spikes() {
    return spikes;
  }

  /** Returns what has to be judged again: from the first late or corrected reading to the last. */
  Optional<LateStretch> late() {
    List<Instant> times = lateTimes();
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(new LateStretch(sensorId, times.get(0), times.get(times.size() - 1)));
  }

  /** Returns the times of the late and the corrected readings, ascending. */
  List<Instant> lateTimes() {
    if (corrections.isEmpty() && fresh.stream().noneMatch(row -> row.quality().isLate())) {
      return List.of();
    }
    return Stream.concat(
            fresh.stream()
                .filter(reading -> reading.quality().isLate())
                .map(TimeSeriesData::timestamp),
            corrections.stream().map(ReadingCorrection::time))
        .sorted()
        .toList();
  }
}
