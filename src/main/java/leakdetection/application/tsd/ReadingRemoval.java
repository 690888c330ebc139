package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import leakdetection.application.Writer;
import leakdetection.domain.RefusedException;
import leakdetection.domain.deletions.DeletionRepository;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.RollUpRepository;
import leakdetection.domain.tsd.LateReadingsRecorded;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.LateStretchRepository;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Takes a reading away with its judgement and its corrections. What the detectors made of the
 * readings after it is judged again, as if it had never been there.
 */
@ApplicationScoped
public class ReadingRemoval {

  @Inject Writer writer;
  @Inject TimeSeriesDataRepository readings;
  @Inject LateStretchRepository lateStretches;
  @Inject RollUpRepository rollUps;
  @Inject DeletionRepository deletions;
  @Inject ReadingRecorder recorder;
  @Inject Event<LateReadingsRecorded> late;
  @Inject Clock clock;

  /**
   * Removes a reading; it can be brought back for a while.
   *
   * @throws RefusedException if there is no such reading
   */
  public void remove(long id) {
    writer.write(
        () -> {
          TimeSeriesData reading =
              readings.find(id).orElseThrow(() -> RefusedException.unknown("reading", id));
          deletions.keep(
              "time_series_data",
              reading.id(),
              "Reading %s".formatted(reading.timestamp()),
              clock.instant());
          readings.remove(reading.id());
          judgeAgain(reading);
          return reading.sensorId();
        },
        this::announce);
  }

  /**
   * Notes that a reading was brought back, as part of the caller's unit of work, which must {@link
   * #announce} it.
   *
   * @return its sensor
   */
  public long noteRestored(long id) {
    TimeSeriesData reading =
        readings.find(id).orElseThrow(() -> RefusedException.unknown("reading", id));
    judgeAgain(reading);
    return reading.sensorId();
  }

  private void judgeAgain(TimeSeriesData reading) {
    lateStretches.widen(
        new LateStretch(reading.sensorId(), reading.timestamp(), reading.timestamp()));
    // Of a day that is not kept any longer only the roll-up is left.
    Instant keptFrom = rollUps.keptFrom(reading.sensorId()).orElse(Instant.MIN);
    if (!reading.timestamp().isBefore(keptFrom)) {
      for (HistoryKind kind : HistoryKind.values()) {
        rollUps.outdate(kind, reading.sensorId(), List.of(reading.timestamp()));
      }
    }
  }

  /** Lets a sensor's readings be judged again after the unit of work. */
  public void announce(long sensorId) {
    recorder.forget(sensorId);
    late.fire(new LateReadingsRecorded(sensorId));
  }
}
