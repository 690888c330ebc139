package leakdetection.presentation.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import leakdetection.application.events.EventsByHand;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.Records;
import leakdetection.domain.events.SystemEventType;
import leakdetection.presentation.records.GivenSensor;
import leakdetection.presentation.records.GivenValues;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** System events on the administrators' pages; a new one is told to all operators. */
@ApplicationScoped
public class SystemEventEditor implements RecordEditor {

  @Inject Records records;
  @Inject EventsByHand events;
  @Inject GivenSensor sensor;

  @Override
  public RecordKind kind() {
    return RecordKinds.SYSTEM_EVENTS;
  }

  @Override
  public long add(JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.GIVEN), body);
    SystemEventType type = SystemEventType.valueOf(given.text("type").toUpperCase(Locale.ROOT));
    Long sensorId = given.text(RecordKind.SENSOR).isEmpty() ? null : sensor.id(given);
    return events.ofSystem(type, given.text("message"), sensorId).id();
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
