package leakdetection.application.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakdetection.application.demo.DemoRun.Judged;
import leakdetection.spi.DetectorProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a newcomer sees of the demo when the matrix profile judges it. */
class DemoRunTest {

  /** The demo's replay speed: one row of each sensor. */
  private static final Duration PERIOD = Duration.ofMillis(250);

  private static final Map<DemoSensor, List<Judged>> JUDGED = new LinkedHashMap<>();
  private static double critical;

  @BeforeAll
  static void replay() {
    DetectorProvider provider = DemoRun.detector("matrix-profile");
    critical = provider.descriptor().critical();
    for (DemoTemplate template : DemoPlant.TEMPLATES) {
      for (DemoSensor sensor : template.sensors()) {
        JUDGED.put(sensor, DemoRun.judge(provider, template.field(), sensor.name()));
      }
    }
  }

  private static List<Judged> criticals(DemoSensor sensor) {
    return JUDGED.get(sensor).stream().filter(judged -> judged.score() >= critical).toList();
  }

  @Test
  void aNewcomerSeesACriticalSensorWithinTwoMinutesButNotAtOnce() {
    int first =
        JUDGED.keySet().stream()
            .flatMap(sensor -> criticals(sensor).stream())
            .mapToInt(Judged::row)
            .min()
            .orElseThrow();

    assertThat(PERIOD.multipliedBy(first))
        .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(90));
  }

  @Test
  void mostSensorsAreCalmAtAnyTime() {
    int[] red = new int[DemoPlant.DAYS * DemoPlant.STEPS_PER_DAY + 100];
    JUDGED.keySet().forEach(sensor -> criticals(sensor).forEach(judged -> red[judged.row()]++));

    assertThat(Arrays.stream(red).max().orElse(0)).isBetween(1, JUDGED.size() / 3);
  }

  @Test
  void everyLeakTurnsTheSensorThatItReachesMostCritical() {
    for (InjectedLeak leak : DemoPlant.LEAKS) {
      assertThat(JUDGED.keySet().stream().filter(leak.template().sensors()::contains))
          .as(leak.name())
          .anyMatch(sensor -> criticals(sensor).stream().anyMatch(j -> during(leak, j.time())));
    }
  }

  @Test
  void nothingIsCriticalWithoutALeak() {
    List<String> falseAlarms = new ArrayList<>();
    JUDGED
        .keySet()
        .forEach(
            sensor ->
                criticals(sensor).stream()
                    .filter(judged -> !explained(sensor, judged.time()))
                    .forEach(judged -> falseAlarms.add(sensor.name() + " " + judged)));

    assertThat(falseAlarms).isEmpty();
  }

  private static boolean explained(DemoSensor sensor, Instant time) {
    return DemoPlant.LEAKS.stream()
        .anyMatch(leak -> leak.template().sensors().contains(sensor) && during(leak, time));
  }

  /** A window of the detector reaches a day back, and the sensor decays for some hours. */
  private static boolean during(InjectedLeak leak, Instant time) {
    return !time.isBefore(leak.start()) && time.isBefore(leak.end().plus(Duration.ofHours(36)));
  }
}
