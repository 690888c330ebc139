package leakdetection.presentation.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.RecordRow;
import leakdetection.application.records.Records;
import leakdetection.application.tsd.ReadingHistory;
import leakdetection.application.tsd.ReadingRecorder;
import leakdetection.application.tsd.ReadingRemoval;
import leakdetection.application.tsd.Recording;
import leakdetection.domain.RefusedException;
import leakdetection.domain.tsd.RawReading;
import leakdetection.presentation.records.GivenSensor;
import leakdetection.presentation.records.GivenValues;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/**
 * Readings on the administrators' pages. They come the way of all readings: another value for a
 * stored time is a correction with its history, and what follows is judged again.
 */
@ApplicationScoped
public class ReadingEditor implements RecordEditor {

  private static final double LARGEST = 1e300;

  @Inject Records records;
  @Inject ReadingHistory history;
  @Inject ReadingRecorder recorder;
  @Inject ReadingRemoval removal;
  @Inject GivenSensor sensor;

  @Override
  public RecordKind kind() {
    return RecordKinds.READINGS;
  }

  @Override
  public long add(JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.GIVEN), body);
    long sensorId = sensor.id(given);
    Instant time = given.time("timestamp");
    if (!history.between(sensorId, time, time.plusNanos(1000), 1).isEmpty()) {
      throw RefusedException.conflict(
          "timestamp", "There is a reading at %s already; change that.".formatted(time));
    }
    return record(sensorId, time, given.number("ppmv")).stored().get(0).id();
  }

  @Override
  public void change(long id, JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.CHANGED), body);
    RecordRow row = records.get(kind(), id);
    record(row.sensorId(), (Instant) row.values().get("timestamp"), given.number("ppmv"));
  }

  private Recording record(long sensorId, Instant time, double ppmv) {
    if (Math.abs(ppmv) > LARGEST) {
      throw RefusedException.invalid("ppmv", "The value (%s ppmv) is too large.".formatted(ppmv));
    }
    return recorder.record(sensorId, List.of(new RawReading(time, ppmv)), Optional.empty()).join();
  }

  @Override
  public void delete(long id) {
    removal.remove(id);
  }
}
