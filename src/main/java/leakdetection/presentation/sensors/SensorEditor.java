package leakdetection.presentation.sensors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.records.RecordEditor;
import leakdetection.presentation.web.JsonMembers;

/** Sensors on the administrators' pages. */
@ApplicationScoped
public class SensorEditor implements RecordEditor {

  @Inject SensorRegistry sensors;

  @Override
  public RecordKind kind() {
    return RecordKinds.SENSORS;
  }

  @Override
  public long add(JsonMembers body) {
    double template = body.number("template").orElse(0.0);
    body.check(
        () -> {
          if (template < 1) {
            throw RefusedException.invalid("template", "The template must be chosen.");
          }
        });
    SensorResource.NewSensor wish = SensorResource.NewSensor.of(body);
    return sensors.mount((long) template, wish.name(), wish.position()).id();
  }

  @Override
  public void change(long id, JsonMembers body) {
    sensors.change(id, sensor -> SensorResource.change(sensor, body));
  }

  @Override
  public void delete(long id) {
    sensors.remove(id);
  }
}
