package leakdetection.presentation.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import leakdetection.application.detection.JudgedByHand;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.Records;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.Judgement;
import leakdetection.presentation.records.GivenSensor;
import leakdetection.presentation.records.GivenValues;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** Detections on the administrators' pages. */
@ApplicationScoped
public class DetectionEditor implements RecordEditor {

  @Inject Records records;
  @Inject JudgedByHand judged;
  @Inject GivenSensor sensor;

  @Override
  public RecordKind kind() {
    return RecordKinds.DETECTIONS;
  }

  @Override
  public long add(JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.GIVEN), body);
    Deviation deviation = Deviation.valueOf(given.text("value").toUpperCase(Locale.ROOT));
    boolean mode = Boolean.parseBoolean(given.text("interactiveFeedbackMode"));
    Judgement judgement =
        new Judgement(JudgedByHand.PERSON, given.number("score"), deviation, mode);
    return judged.judge(sensor.id(given), given.time("timestamp"), judgement).id();
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
