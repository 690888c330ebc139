package leakdetection.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorRepository;

/** Sensors that are kept in memory in the order in which they came; they get no ids. */
public final class InMemorySensors implements SensorRepository {

  private final List<Sensor> sensors = new ArrayList<>();

  @Override
  public Sensor add(Sensor sensor) {
    sensors.add(sensor);
    return sensor;
  }

  @Override
  public Optional<Sensor> find(long id) {
    return sensors.stream().filter(sensor -> Long.valueOf(id).equals(sensor.id())).findFirst();
  }

  @Override
  public Optional<Sensor> findByName(String name) {
    return sensors.stream().filter(sensor -> sensor.name().equals(name)).findFirst();
  }

  @Override
  public List<Sensor> page(Optional<Boolean> pinned, long afterId, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Sensor> ofTemplate(long templateId, long afterId, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Long> ids() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long count() {
    return sensors.size();
  }

  @Override
  public void remove(Sensor sensor) {
    sensors.remove(sensor);
  }
}
