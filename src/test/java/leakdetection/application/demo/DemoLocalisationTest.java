package leakdetection.application.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import leakdetection.application.demo.DemoRun.Judged;
import leakdetection.application.estimation.TemplateFiles;
import leakdetection.application.estimation.TemplateWindow;
import leakdetection.domain.estimation.BayesEstimator;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.EstimationResult;
import leakdetection.domain.simulation.RateAwarePlumeModel;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.Site;
import leakdetection.infrastructure.estimation.LocalisationDataFiles;
import leakdetection.spi.DetectorProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the demo's leaks are thought to be, when a sensor turns critical and an hour later. */
class DemoLocalisationTest {

  private static final Duration DECAY = Duration.ofHours(36);
  private static final Map<String, List<Instant>> JUDGED = new HashMap<>();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"matrix-profile", "amsr"})
  void everyLeaksPointIsFirstAnHourAfterTheAlarm(String detector) throws IOException {
    for (InjectedLeak leak : DemoPlant.LEAKS) {
      Estimation estimation =
          estimate(leak.template(), firstAlarm(detector, leak).plus(Duration.ofHours(1)));

      assertThat(names(estimation)).as(leak.name()).first().isEqualTo(leak.leak().name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"matrix-profile", "amsr"})
  void atTheAlarmThePointIsAmongTheFirstThreeAndNoOtherIsConfirmed(String detector)
      throws IOException {
    for (InjectedLeak leak : DemoPlant.LEAKS) {
      Estimation estimation = estimate(leak.template(), firstAlarm(detector, leak));

      String point = leak.leak().name();
      assertThat(names(estimation).subList(0, 3)).as(leak.name()).contains(point);
      if (estimation.result() == EstimationResult.CONFIRMED) {
        assertThat(names(estimation)).as(leak.name()).first().isEqualTo(point);
      }
    }
  }

  private static List<String> names(Estimation estimation) {
    return estimation.candidates().stream().map(candidate -> candidate.leak().name()).toList();
  }

  private static Instant firstAlarm(String detector, InjectedLeak leak) {
    return JUDGED
        .computeIfAbsent(detector + leak.template().name(), key -> criticals(detector, leak))
        .stream()
        .filter(time -> !time.isBefore(leak.start()) && time.isBefore(leak.end().plus(DECAY)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Instant> criticals(String detector, InjectedLeak leak) {
    DetectorProvider provider = DemoRun.detector(detector);
    return leak.template().sensors().stream()
        .flatMap(sensor -> DemoRun.judge(provider, leak.template().field(), sensor.name()).stream())
        .filter(judged -> judged.score() >= provider.descriptor().critical())
        .map(Judged::time)
        .sorted()
        .toList();
  }

  private Estimation estimate(DemoTemplate template, Instant until) throws IOException {
    Path sensors = folder.resolve(template.folder() + ".csv");
    Files.writeString(
        sensors,
        template.sensors().stream()
            .map(
                s ->
                    "%s,%s,%s,%s"
                        .formatted(s.name(), s.position().x(), s.position().y(), s.position().z()))
            .collect(Collectors.joining("\n", "name,x,y,z\n", "\n")));
    Path environment = Path.of("mock", "environment", template.folder());
    TemplateFiles files =
        new TemplateFiles(
            sensors,
            Path.of("mock", "tsd"),
            environment.resolve("currents.csv"),
            Optional.of(environment.resolve("waves.csv")),
            environment.resolve("leaks.csv"),
            Site.open(template.angleFromNorth(), SeaWater.STANDARD),
            Optional.of(until),
            Duration.ofDays(1),
            Sea.STEP);
    TemplateWindow window = new LocalisationDataFiles().window(files);
    return new BayesEstimator().estimate(window.task(), new RateAwarePlumeModel(), Runnable::run);
  }
}
