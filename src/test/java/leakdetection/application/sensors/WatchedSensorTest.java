package leakdetection.application.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.fields.Field;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.templates.EnvironmentPaths;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateShape;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class WatchedSensorTest {

  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  private final WatchedSensor sensor = new WatchedSensor(7);

  @Test
  void sensorWithoutDescriptionIsNotShown() {
    sensor.see(List.of(reading(0, 50, Quality.GOOD)));

    assertThat(sensor.status()).isEmpty();
  }

  @Test
  void newSensorIsUndefinedWithoutReading() {
    sensor.describe(mounted());

    assertThat(status().state()).isEqualTo(SensorState.UNDEFINED);
    assertThat(status().timestamp()).isEmpty();
    assertThat(status().ppmv()).isNaN();
  }

  @Test
  void newestReadingIsShownHoweverLateAnOlderOneComes() {
    sensor.describe(mounted());
    sensor.see(List.of(reading(2, 52, Quality.GOOD)));
    sensor.see(List.of(reading(1, 51, Quality.LATE)));

    assertThat(status().ppmv()).isEqualTo(52);
    assertThat(status().timestamp()).contains(time(2));
    assertThat(status().trend()).containsExactly(51, 52);
  }

  @Test
  void readingThatIsReadAndAnnouncedCountsOnce() {
    sensor.describe(mounted());
    sensor.see(List.of(reading(1, 51, Quality.GOOD)));
    sensor.see(List.of(reading(1, 51, Quality.GOOD), reading(2, 52, Quality.GOOD)));

    assertThat(status().trend()).containsExactly(51, 52);
  }

  @Test
  void unusableReadingsAreNotShown() {
    sensor.describe(mounted());
    sensor.see(List.of(reading(1, 51, Quality.GOOD), reading(2, 1e14, Quality.SENTINEL)));

    assertThat(status().ppmv()).isEqualTo(51);
  }

  @Test
  void trendHasABound() {
    sensor.describe(mounted());
    sensor.see(
        IntStream.range(0, 3 * WatchedSensor.TREND)
            .mapToObj(minute -> reading(minute, minute, Quality.GOOD))
            .toList());

    assertThat(status().trend()).hasSize(WatchedSensor.TREND).endsWith(215);
  }

  @Test
  void lastJudgementDecidesTheState() {
    sensor.describe(mounted());
    sensor.see(detection(2, Deviation.CRITICAL));
    sensor.see(detection(1, Deviation.OK));
    assertThat(status().state()).isEqualTo(SensorState.CRITICAL);

    sensor.see(detection(3, Deviation.WARNING));
    assertThat(status().state()).isEqualTo(SensorState.WARNING);
  }

  @Test
  void sensorThatIsNotJudgedSaysSoUntilItIsJudgedAgain() {
    sensor.describe(mounted());
    sensor.see(detection(1, Deviation.OK));
    sensor.see(new NumberedEvent(5, SensorEventType.NOT_AVAILABLE, time(2)));
    assertThat(status().state()).isEqualTo(SensorState.NOT_AVAILABLE);

    sensor.see(detection(3, Deviation.OK));
    assertThat(status().state()).isEqualTo(SensorState.OK);
  }

  private SensorStatus status() {
    return sensor.status().orElseThrow();
  }

  private static Instant time(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static TimeSeriesData reading(int minute, double ppmv, Quality quality) {
    return new TimeSeriesData(minute + 1L, 7, time(minute), ppmv, quality);
  }

  private static AnomalyDetection detection(int minute, Deviation deviation) {
    return new AnomalyDetection(
        minute,
        reading(minute, 50, Quality.GOOD),
        new Judgement("matrix-profile", 50, deviation, false));
  }

  private static Sensor mounted() {
    TemplateShape open = new TemplateShape(0, null, null, null, null, null, null, null, null);
    Template template =
        new Template(Field.TRESTAKK, "Trestakk A", open, EnvironmentPaths.NONE) {
          @Override
          public Long id() {
            return 3L; // as the database would have given it
          }
        };
    return Sensor.mount(template, "19XT2116", new Position(1, 2, 3));
  }

  /** An event with the id that the database would have given it. */
  private static final class NumberedEvent extends SensorEvent {

    private final long id;

    NumberedEvent(long id, SensorEventType type, Instant timestamp) {
      super(7, type, timestamp, null);
      this.id = id;
    }

    @Override
    public Long id() {
      return id;
    }
  }
}
