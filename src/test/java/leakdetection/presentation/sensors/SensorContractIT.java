package leakdetection.presentation.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

class SensorContractIT extends RunningServer {

  @Test
  void mountedSensorIsAnsweredListedAndFoundAtItsLocation() {
    long template = Api.newTemplate(1);
    String name = Api.newName();

    Answer mounted =
        Api.post(
            "/templates/" + template + "/sensors",
            "{\"name\": \"%s\", \"x\": \"1.5\", \"y\": -2, \"z\": 0, \"other\": []}"
                .formatted(name));

    Map<String, Object> configuration = new HashMap<>();
    configuration.put("pinned", false);
    configuration.put("interactiveFeedbackMode", false);
    configuration.put("lastBaselineSelectionTimestamp", null);
    configuration.put("lastBaselineAugmentationTimestamp", null);
    assertThat(mounted.status()).isEqualTo(201);
    assertThat(mounted.result())
        .containsEntry("name", name)
        .containsEntry("x", 1.5)
        .containsEntry("y", -2.0)
        .containsEntry("z", 0.0)
        .containsEntry("templateId", (int) template)
        .containsEntry("configuration", configuration);
    assertThat(URI.create(mounted.header("Location").orElseThrow()).getPath())
        .isEqualTo("/api/sensors/" + mounted.id());
    assertThat(Api.get("/sensors/" + mounted.id()).result()).isEqualTo(mounted.result());
    assertThat(Api.get("/templates/" + template + "/sensors").list())
        .containsExactly(mounted.result());
    assertThat(Api.get("/sensors?cursor=" + (mounted.id() - 1)).list()).contains(mounted.result());
  }

  @Test
  void templateWithoutSensorsHasAnEmptyList() {
    Answer answer = Api.get("/templates/" + Api.newTemplate(3) + "/sensors");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"result\":[]}");
  }

  @Test
  void changeTouchesOnlyWhatIsSent() {
    long id = Api.newSensor();
    String name = Api.newName();

    Answer changed = Api.patch("/sensors/" + id, "{\"name\": \"%s\", \"z\": 7}".formatted(name));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.result())
        .containsEntry("name", name)
        .containsEntry("x", 1.0)
        .containsEntry("y", 2.0)
        .containsEntry("z", 7.0);
  }

  @Test
  void changeOfWhatASensorDoesNotHaveIsRefusedByNameAndChangesNothing() {
    long id = Api.newSensor();
    Map<String, Object> before = Api.get("/sensors/" + id).result();
    String members =
        IntStream.range(0, 2000)
            .mapToObj(i -> "\"%s%d\": 1".formatted("m".repeat(i == 3 ? 5000 : 1), i))
            .collect(Collectors.joining(", "));

    Answer refused = Api.patch("/sensors/" + id, "{\"z\": 7, \"pinned\": true}");
    Answer flooded = Api.patch("/sensors/" + id, "{" + members + "}");

    assertThat(List.of(refused.status(), flooded.status())).containsOnly(422);
    assertThat(refused.failedPaths()).containsExactly("body.pinned");
    assertThat(refused.body()).contains("what can be sent is name, x, y, z.");
    assertThat(flooded.failures()).hasSize(10);
    assertThat(flooded.body()).hasSizeLessThan(5000);
    assertThat(Api.get("/sensors/" + id).result()).isEqualTo(before);
  }

  @Test
  void nameIsUniqueAmongAllSensors() {
    Object taken = Api.get("/sensors/" + Api.newSensor()).result().get("name");
    long other = Api.newSensor();

    Answer mounted =
        Api.post(
            "/templates/" + Api.newTemplate(2) + "/sensors",
            "{\"name\": \"%s\", \"x\": 0, \"y\": 0, \"z\": 0}".formatted(taken));
    Answer renamed = Api.patch("/sensors/" + other, "{\"name\": \"%s\"}".formatted(taken));

    assertThat(List.of(mounted.status(), renamed.status())).containsOnly(409);
    assertThat(renamed.failedPaths()).containsExactly("body.name");
  }

  @Test
  void pinnedSensorsAreFiltered() {
    long pinned = Api.newSensor();
    long other = Api.newSensor();

    Answer toggled = Api.send("PATCH", "/sensors/" + pinned + "/pin/toggle", null, null);

    assertThat(toggled.status()).isEqualTo(200);
    assertThat(toggled.result().toString()).contains("pinned=true");
    String fromThereOn = "cursor=" + (pinned - 1);
    assertThat(ids("/sensors?pinned=true&" + fromThereOn)).contains(pinned).doesNotContain(other);
    assertThat(ids("/sensors?pinned=false&" + fromThereOn)).contains(other).doesNotContain(pinned);
    assertThat(ids("/sensors?" + fromThereOn)).contains(pinned, other);
    assertThat(Api.patch("/sensors/" + pinned + "/pin/toggle", "{}").result().toString())
        .contains("pinned=false");
  }

  @Test
  void interactiveFeedbackWaitsForAWindowOfReadings() {
    long id = Api.newSensor();
    String toggle = "/sensors/" + id + "/interactive-feedback-mode/toggle";
    Api.importCsv(id, readings(143));

    Answer early = Api.patch(toggle, "");
    Api.importCsv(id, readings(144));
    Answer on = Api.patch(toggle, "");
    Answer off = Api.patch(toggle, "");

    assertThat(early.status()).isEqualTo(422);
    assertThat(early.failures().get(0).get("message").toString()).contains("143", "144");
    assertThat(on.status()).isEqualTo(200);
    assertThat(on.result().toString()).contains("interactiveFeedbackMode=true");
    assertThat(off.result().toString()).contains("interactiveFeedbackMode=false");
  }

  @Test
  void removedSensorIsGoneWithAllItsHistory() {
    long id = Api.newSensor();
    Api.importCsv(id, readings(3));

    Answer removed = Api.delete("/sensors/" + id);

    assertThat(removed.status()).isEqualTo(204);
    for (String path : List.of("", "/time-series-data", "/anomaly-detections")) {
      assertThat(Api.get("/sensors/" + id + path).status()).as(path).isEqualTo(404);
    }
    assertThat(Api.get("/events/sensors/" + id).status()).isEqualTo(404);
    assertThat(Api.delete("/sensors/" + id).status()).isEqualTo(404);
    assertThat(Api.patch("/sensors/" + id + "/pin/toggle", "").status()).isEqualTo(404);
  }

  private static List<Long> ids(String path) {
    return Api.get(path).list().stream()
        .map(sensor -> ((Number) sensor.get("id")).longValue())
        .toList();
  }

  private static String readings(int count) {
    StringBuilder csv = new StringBuilder(",Time,Values\n");
    Instant time = Instant.parse("2021-04-05T00:00:00Z");
    for (int i = 0; i < count; i++) {
      csv.append("%d,%s,%d\n".formatted(i, time.plusSeconds(600L * i), 30 + i % 7));
    }
    return csv.toString();
  }
}
