package leakdetection.application.tsd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.ReadingTail;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Finds out what a batch of one sensor changes: which readings are new and what is thought of them,
 * which are repeated and which are corrections. Used inside a unit of work, once.
 */
final class StoredBatch {

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
  private final List<RawReading> tooOld = new ArrayList<>(0);
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
    if (GivenReadings.isInOrder(batch, last)) {
      // The usual case, without a look into the database.
      batch.forEach(reading -> fresh(reading.time(), reading.ppmv()));
    } else {
      compare(kept(new GivenReadings(batch).values()), last);
    }
    return new Recording(sensorId, fresh, repeated, corrections, tooOld);
  }

  /** Leaves out what is older than what is kept: of that nobody knows what was there. */
  private NavigableMap<Instant, List<Double>> kept(NavigableMap<Instant, List<Double>> given) {
    Instant edge = keptFrom.get().orElse(Instant.MIN);
    given
        .headMap(edge, false)
        .forEach((time, values) -> values.forEach(ppmv -> tooOld.add(new RawReading(time, ppmv))));
    return given.tailMap(edge, true);
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
