package leakdetection.presentation.sensors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import leakdetection.application.feedback.InteractiveFeedback;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.Records;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.sensors.SensorConfiguration;
import leakdetection.presentation.records.GivenValues;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** What people set for sensors, on the administrators' pages; it comes and goes with its sensor. */
@ApplicationScoped
public class ConfigurationEditor implements RecordEditor {

  @Inject Records records;
  @Inject SensorRegistry sensors;
  @Inject InteractiveFeedback feedback;

  @Override
  public RecordKind kind() {
    return RecordKinds.CONFIGURATIONS;
  }

  @Override
  public void change(long id, JsonMembers body) {
    GivenValues wanted = GivenValues.read(kind().columns(Column.Use.CHANGED), body);
    long sensorId = records.get(kind(), id).sensorId();
    SensorConfiguration now = sensors.get(sensorId).configuration();
    boolean mode = Boolean.parseBoolean(wanted.text("interactiveFeedbackMode"));
    if (now.isInteractiveFeedbackMode() != mode) {
      feedback.toggle(sensorId); // first, because it may be refused
    }
    if (now.isPinned() != Boolean.parseBoolean(wanted.text("pinned"))) {
      sensors.togglePin(sensorId);
    }
  }

  @Override
  public boolean deletes() {
    return false;
  }
}
