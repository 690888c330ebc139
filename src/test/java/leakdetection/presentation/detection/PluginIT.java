package leakdetection.presentation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import leakdetection.RunningServer;
import leakdetection.infrastructure.plugins.JarBuilder;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-in jars that come and go while the product runs, good and bad ones. */
class PluginIT extends RunningServer {

  private static final String SOURCE =
      """
      import java.time.Instant;
      import leakdetection.spi.*;

      public class %1$sProvider implements DetectorProvider {
        public DetectorDescriptor descriptor() {
          return new DetectorDescriptor(
              %3$s, "%2$s", "%2$s", "A test.", "", 1, 80, 100, java.util.List.of());
        }

        public Detector create(DetectorContext context) {
          return new Detector() {
            public Assessment assess(Reading reading) {
              %4$s
            }

            public DetectorSnapshot snapshot() {
              return new DetectorSnapshot("%2$s", 1, Instant.EPOCH, new byte[0]);
            }
          };
        }

        public Detector restore(DetectorContext context, DetectorSnapshot snapshot) {
          return create(context);
        }
      }
      """;

  // For ever, whoever interrupts; without the processor, which the tests after this one need.
  private static final String HANG =
      "synchronized (this) { while (true) try { wait(); } catch (InterruptedException asked) { continue; } }";

  @TempDir private Path work;

  @Test
  void aPluginThatHangsIsStoppedByNameAndOtherSensorsDoNotNotice() throws IOException {
    Path jar = install("Hanging", "hanging", HANG);
    long sensor = Api.newSensor();
    long other = Api.newSensor();
    use(sensor, "hanging");
    use(other, "threshold");

    Api.importCsv(sensor, Readings.quiet(0, 5));
    Api.importCsv(other, Readings.quiet(0, 5));

    assertThat(detections(other, 5)).extracting("value").containsOnly("ok");
    assertThat(told("Detector hanging did not return from a call")).isTrue();
    assertThat(detections(sensor, 5)).extracting("value").containsOnly("undefined");
    remove(jar, "hanging");
  }

  // Twice as many as the server's own pool has threads for two cores.
  @Test
  void howeverManyPluginsHangTheServerAnswersAndTheOtherSensorsAreJudged() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String id = "stuck-" + i;
      jars.add(install("Stuck" + i, id, HANG));
      long sensor = Api.newSensor();
      use(sensor, id);
      Api.importCsv(sensor, Readings.quiet(0, 5));
    }
    long other = Api.newSensor();
    use(other, "threshold");
    Api.importCsv(other, Readings.quiet(0, 5));

    assertThat(detections(other, 5)).extracting("value").containsOnly("ok");
    for (int i = 0; i < 8; i++) {
      assertThat(told("Detector stuck-" + i + " did not return from a call")).isTrue();
      remove(jars.get(i), "stuck-" + i);
    }
  }

  @Test
  void aPluginThatThrowsIsStoppedByName() throws IOException {
    isStopped("Throwing", "throwing", "throw new IllegalStateException(\"planned\");");
  }

  @Test
  void aPluginThatReturnsNothingIsStoppedByName() throws IOException {
    isStopped("Nonsense", "nonsense", "return null;");
  }

  @Test
  void aPluginOfAnotherContractOrWithATakenIdIsRefusedByName() throws IOException {
    Path foreign = drop("Foreign", "foreign", "999", "return new Assessment(1);");
    Path taken = drop("Taken", "threshold", "SpiVersion.CURRENT", "return new Assessment(1);");

    assertThat(told("foreign")).isTrue();
    assertThat(told("Taken.jar")).isTrue();
    String detectors = Api.get("/detectors").body();
    assertThat(detectors).doesNotContain("\"id\":\"foreign\"");
    assertThat(detectors).contains("\"source\":\"Foreign.jar\"");
    Files.delete(foreign);
    Files.delete(taken);
  }

  @Test
  void aSensorGoesOnWithAnotherDetectorAfterItsPluginWasRemoved() throws IOException {
    Path jar = install("Steady", "steady", "return new Assessment(7);");
    long sensor = Api.newSensor();
    use(sensor, "steady");
    Api.importCsv(sensor, Readings.quiet(0, 5));
    assertThat(detections(sensor, 5)).extracting("score").containsOnly(7.0);

    remove(jar, "steady");
    use(sensor, "threshold");
    Api.importCsv(sensor, Readings.quiet(5, 5));

    assertThat(detections(sensor, 10)).hasSize(10).extracting("value").containsOnly("ok");
  }

  private void isStopped(String name, String id, String assess) throws IOException {
    Path jar = install(name, id, assess);
    long sensor = Api.newSensor();
    use(sensor, id);

    Api.importCsv(sensor, Readings.quiet(0, 5));

    assertThat(told("Detector " + id + " failed on sensor")).isTrue();
    assertThat(detections(sensor, 5)).extracting("value").containsOnly("undefined");
    remove(jar, id);
  }

  private Path install(String name, String id, String assess) throws IOException {
    Path jar = drop(name, id, "SpiVersion.CURRENT", assess);
    assertThat(listed(id, true).body()).contains("\"id\":\"" + id + "\"");
    return jar;
  }

  private Path drop(String name, String id, String version, String assess) throws IOException {
    Path sources = Files.createDirectory(work.resolve(name));
    Files.writeString(
        sources.resolve(name + "Provider.java"), SOURCE.formatted(name, id, version, assess));
    Path jar = work.resolve(name + ".jar");
    JarBuilder.build(
        sources,
        Files.createDirectory(work.resolve(name + "-classes")),
        List.of(name + "Provider"),
        jar);
    Path plugins =
        Files.createDirectories(
            Path.of(System.getProperty("it.database")).resolveSibling("plugins"));
    return Files.copy(jar, plugins.resolve(name + ".jar"));
  }

  private static void remove(Path jar, String id) throws IOException {
    Files.delete(jar);
    assertThat(listed(id, false).body()).doesNotContain("\"id\":\"" + id + "\"");
  }

  private static Answer listed(String id, boolean wanted) {
    return Eventually.see(
        () -> Api.get("/detectors"),
        answer -> answer.body().contains("\"id\":\"" + id + "\"") == wanted);
  }

  private static void use(long sensor, String id) {
    Answer answer =
        Api.send(
            "PUT",
            "/sensors/" + sensor + "/detector",
            "application/json",
            "{\"id\": \"" + id + "\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static boolean told(String text) {
    return Eventually.see(
            () -> Api.get("/events/system?limit=1000"), answer -> answer.body().contains(text))
        .body()
        .contains(text);
  }

  private static List<Map<String, Object>> detections(long sensor, int count) {
    return Eventually.see(
            () -> Api.get("/sensors/" + sensor + "/anomaly-detections"),
            answer -> answer.list().size() >= count)
        .list();
  }
}
