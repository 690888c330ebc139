package leakdetection.application.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import leakdetection.application.InMemorySensors;
import leakdetection.application.QueueingWriter;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.fields.Field;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.templates.EnvironmentPaths;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateShape;
import org.junit.jupiter.api.Test;

class SensorRegistryTest {

  private static final Template TEMPLATE =
      new Template(
          Field.TRESTAKK,
          "Trestakk A",
          new TemplateShape(0, null, null, null, null, null, null, null, null),
          EnvironmentPaths.NONE);
  private static final Position POSITION = new Position(1, 2, 3);

  @Test
  void sensorThatTheMemoryDoesNotCarryIsRefusedWithTheWayToMore() {
    InMemorySensors sensors = new InMemorySensors();
    sensors.add(Sensor.mount(TEMPLATE, "19XT2116", POSITION));
    SensorRegistry registry = registry(sensors, new SensorCapacity(128L << 20));

    assertThatThrownBy(() -> registry.mount(3, "19XT2117", POSITION))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "There are 1 sensors, and the server's memory of 128 MB carries 1. Start it with more"
                + " memory, such as JVM_ARGS=-Xmx768m in its environment.");
    assertThat(sensors.count()).isEqualTo(1);
  }

  @Test
  void usualHeapCarriesAFewThousandSensorsAndALargerOneTheWholeRatedLoad() {
    assertThat(new SensorCapacity(320L << 20).sensors()).isBetween(4_000L, 4_500L);
    assertThat(new SensorCapacity(768L << 20).sensors()).isGreaterThan(10_000);
  }

  private static SensorRegistry registry(InMemorySensors sensors, SensorCapacity capacity) {
    SensorRegistry registry = new SensorRegistry();
    registry.writer = new QueueingWriter();
    registry.templates =
        new TemplateRegistry() {
          @Override
          public Template get(long id) {
            return TEMPLATE;
          }
        };
    registry.sensors = sensors;
    registry.capacity = capacity;
    return registry;
  }
}
