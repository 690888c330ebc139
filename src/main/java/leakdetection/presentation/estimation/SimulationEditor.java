package leakdetection.presentation.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import leakdetection.application.estimation.EstimatedByHand;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.Records;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.SimulationDetection;
import leakdetection.presentation.records.GivenSensor;
import leakdetection.presentation.records.GivenSeries;
import leakdetection.presentation.records.GivenValues;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** Simulated curves on the administrators' pages. */
@ApplicationScoped
public class SimulationEditor implements RecordEditor {

  private static final int LONGEST = 10_000;
  private static final Position ANYWHERE = new Position(0, 0, 0);

  @Inject Records records;
  @Inject EstimatedByHand estimated;
  @Inject GivenSensor sensor;

  @Override
  public RecordKind kind() {
    return RecordKinds.SIMULATIONS;
  }

  @Override
  public long add(JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.GIVEN), body);
    return estimated
        .simulate(
            new SimulationDetection(
                given.whole("estimation"),
                sensor.id(given),
                given.time("from"),
                interval(given),
                new SimulationDetection.Curve(
                    Leak.lasting(given.text("leak"), rate(given), ANYWHERE), curve(given))))
        .id();
  }

  @Override
  public void change(long id, JsonMembers body) {
    GivenValues given = GivenValues.read(kind().columns(Column.Use.CHANGED), body);
    Map<String, Object> values = new HashMap<>(given.all());
    values.put("rate", rate(given));
    values.put("intervalSeconds", interval(given).toSeconds());
    values.put(
        "ppmv",
        Arrays.stream(curve(given))
            .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
            .collect(Collectors.joining(",")));
    records.change(kind(), id, values);
  }

  private static double rate(GivenValues given) {
    double rate = given.number("rate");
    if (!(rate > 0)) {
      throw RefusedException.invalid(
          "rate", "The rate (%s kg/s) must be positive.".formatted(rate));
    }
    return rate;
  }

  private static Duration interval(GivenValues given) {
    long seconds = given.whole("intervalSeconds");
    if (seconds < 1 || seconds > 86_400) {
      throw RefusedException.invalid(
          "intervalSeconds", "The interval (%d s) must be from 1 to 86,400 s.".formatted(seconds));
    }
    return Duration.ofSeconds(seconds);
  }

  private static double[] curve(GivenValues given) {
    double[] curve = GivenSeries.read("ppmv", given.text("ppmv"));
    if (curve.length < 1 || curve.length > LONGEST) {
      throw RefusedException.invalid(
          "ppmv", "A curve has 1 to %d values, not %d.".formatted(LONGEST, curve.length));
    }
    return curve;
  }

  @Override
  public void delete(long id) {
    records.delete(kind(), id);
  }
}
