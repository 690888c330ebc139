package leakdetection.application.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakdetection.application.demo.DemoRun.Judged;
import leakdetection.spi.DetectorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer sees of the demo, whichever detector judges it. */
@ParameterizedClass
@ValueSource(strings = {"matrix-profile", "amsr"})
class DemoRunTest {

  /** The demo's replay speed: one row of each sensor. */
  private static final Duration PERIOD = Duration.ofMillis(250);

  private static final Map<String, Map<DemoSensor, List<Judged>>> RUNS = new HashMap<>();

  private final double critical;
  private final Map<DemoSensor, List<Judged>> judged;

  DemoRunTest(String id) {
    DetectorProvider provider = DemoRun.detector(id);
    critical = provider.descriptor().critical();
    judged = RUNS.computeIfAbsent(id, unused -> replay(provider));
  }

  private static Map<DemoSensor, List<Judged>> replay(DetectorProvider provider) {
    Map<DemoSensor, List<Judged>> run = new LinkedHashMap<>();
    for (DemoTemplate template : DemoPlant.TEMPLATES) {
      for (DemoSensor sensor : template.sensors()) {
        run.put(sensor, DemoRun.judge(provider, template.field(), sensor.name()));
      }
    }
    return run;
  }

  private List<Judged> criticals(DemoSensor sensor) {
    return judged.get(sensor).stream().filter(row -> row.score() >= critical).toList();
  }

  @Test
  void aNewcomerSeesACriticalSensorWithinTwoMinutesButNotAtOnce() {
    int first =
        judged.keySet().stream()
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
    judged.keySet().forEach(sensor -> criticals(sensor).forEach(row -> red[row.row()]++));

    assertThat(Arrays.stream(red).max().orElse(0)).isBetween(1, judged.size() / 4);
  }

  @Test
  void everyLeakTurnsTheSensorThatItReachesMostCritical() {
    for (InjectedLeak leak : DemoPlant.LEAKS) {
      assertThat(judged.keySet().stream().filter(leak.template().sensors()::contains))
          .as(leak.name())
          .anyMatch(sensor -> criticals(sensor).stream().anyMatch(j -> during(leak, j.time())));
    }
  }

  @Test
  void nothingIsCriticalWithoutALeak() {
    List<String> falseAlarms = new ArrayList<>();
    judged
        .keySet()
        .forEach(
            sensor ->
                criticals(sensor).stream()
                    .filter(row -> !explained(sensor, row.time()))
                    .forEach(row -> falseAlarms.add(sensor.name() + " " + row)));

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
