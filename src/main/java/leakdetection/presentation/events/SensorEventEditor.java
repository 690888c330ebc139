package leakdetection.presentation.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import leakdetection.application.events.EventsByHand;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.Records;
import leakdetection.domain.events.SensorEventType;
import leakdetection.presentation.records.GivenSensor;
import leakdetection.presentation.records.GivenValues;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** Sensor events on the administrators' pages. */
@ApplicationScoped
public class SensorEventEditor implements RecordEditor {

  @Inject Records records;
  @Inject EventsByHand events;
  @Inject GivenSensor sensor;

  @Override
  public RecordKind kind() {
    return RecordKinds.SENSOR_EVENTS;
  }

  @Override
  public long add(JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.GIVEN), body);
    SensorEventType type = SensorEventType.valueOf(given.text("type").toUpperCase(Locale.ROOT));
    return events.ofSensor(sensor.id(given), type, given.time("timestamp")).id();
  }

  @Override
  public void change(long id, JsonMembers body) {
    records.change(kind(), id, GivenValues.read(kind().columns(Column.Use.CHANGED), body).all());
  }

  @Override
  public void delete(long id) {
    records.delete(kind(), id);
  }
}
