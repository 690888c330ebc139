package leakdetection.presentation.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import leakdetection.application.estimation.EstimatedByHand;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.Records;
import leakdetection.domain.estimation.EstimationResult;
import leakdetection.presentation.records.GivenSensor;
import leakdetection.presentation.records.GivenValues;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** Estimations on the administrators' pages. */
@ApplicationScoped
public class EstimationEditor implements RecordEditor {

  @Inject Records records;
  @Inject EstimatedByHand estimated;
  @Inject GivenSensor sensor;

  @Override
  public RecordKind kind() {
    return RecordKinds.ESTIMATIONS;
  }

  @Override
  public long add(JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.GIVEN), body);
    return estimated
        .conclude(
            sensor.id(given),
            given.whole("detection"),
            EstimationResult.valueOf(given.text("result").toUpperCase(Locale.ROOT)),
            window(given),
            given.text("notes"))
        .id();
  }

  @Override
  public void change(long id, JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.CHANGED), body);
    window(given);
    Map<String, Object> values = new HashMap<>(given.all());
    values.put("notes", given.text("notes"));
    records.change(kind(), id, values);
  }

  private static EstimatedByHand.Window window(GivenValues given) {
    return new EstimatedByHand.Window(given.time("from"), given.time("to"));
  }

  @Override
  public void delete(long id) {
    records.delete(kind(), id);
  }
}
