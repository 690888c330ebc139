package leakdetection.presentation.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import leakdetection.application.baselines.BaselineBank;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.presentation.records.GivenSeries;
import leakdetection.presentation.records.GivenValues;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** The bank of baselines on the administrators' pages. */
@ApplicationScoped
public class BaselineEditor implements RecordEditor {

  @Inject BaselineBank bank;

  @Override
  public RecordKind kind() {
    return RecordKinds.BASELINES;
  }

  @Override
  public long add(JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.GIVEN), body);
    return bank.add(
            given.text("name"),
            GivenSeries.read("ppmv", given.text("ppmv")),
            Duration.ofSeconds(given.whole("intervalSeconds")),
            given.text("provenance"))
        .id();
  }

  @Override
  public void delete(long id) {
    bank.remove(id);
  }
}
