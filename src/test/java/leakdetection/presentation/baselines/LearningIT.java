package leakdetection.presentation.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

/** What a sensor learns, by which word, and how it is undone. */
class LearningIT extends RunningServer {

  @Test
  void aProcedureIsRecordedLearnedShownAndUndone() {
    long sensor = judgedSensor(300);
    assertThat(toggle(sensor).status()).isEqualTo(200);
    Api.importCsv(sensor, Readings.flat(300, 40, 90));
    judged(sensor, 340);
    assertThat(toggle(sensor).status()).isEqualTo(200);

    Map<String, Object> procedure = Api.get("/sensors/" + sensor + "/procedures").list().get(0);
    assertThat(procedure).containsEntry("outcome", "learned");
    assertThat((List<?>) procedure.get("ppmv")).hasSize(143 + 40);
    int normal = length(versions(sensor, "normal").get(0));
    assertThat(length(versions(sensor, "feedback").get(0))).isEqualTo(normal + 1 + 183);

    Answer undone = Api.delete("/sensors/" + sensor + "/procedures/" + procedure.get("id"));
    assertThat(undone.result()).containsEntry("outcome", "undone");
    assertThat(length(versions(sensor, "feedback").get(0))).isEqualTo(normal);
  }

  @Test
  void aProcedureThatMayBeALeakIsDiscardedAndSaidSo() {
    long sensor = judgedSensor(200);
    toggle(sensor);
    Api.importCsv(sensor, Readings.flat(200, 10, 1200));
    judged(sensor, 210);
    toggle(sensor);

    assertThat(Api.get("/sensors/" + sensor + "/procedures").list())
        .extracting("outcome")
        .containsExactly("discarded");
    String fact =
        "The procedure of sensor %s was not learned: its highest reading"
            .formatted(Api.get("/sensors/" + sensor).result().get("name"));
    Answer events =
        Eventually.see(() -> Api.get("/events/system"), answer -> answer.body().contains(fact));
    assertThat(events.body()).contains(fact).contains("1000 ppmv or more and may be a leak");
  }

  @Test
  void whatIsCalledNoLeakTeachesAndCanBeTakenBack() {
    long sensor = judgedSensor(200);
    choose(sensor, "{\"id\": \"threshold\", \"settings\": {\"limit\": 100}}");
    Api.importCsv(sensor, Readings.flat(200, 12, 500));
    Api.importCsv(sensor, Readings.quiet(212, 12));
    judged(sensor, 224);
    Map<String, Object> event =
        Api.get("/events/sensors/" + sensor).list().stream()
            .filter(candidate -> candidate.get("type").equals("critical"))
            .findFirst()
            .orElseThrow();

    Answer given =
        Api.post(
            "/events/sensors/" + event.get("id") + "/feedback",
            "{\"verdict\": \"not_a_leak\", \"comment\": \"Drilling\"}");
    assertThat(given.status()).as(given.body()).isEqualTo(201);
    assertThat(given.result()).containsEntry("baselineVersion", 2).containsEntry("undone", false);
    assertThat(versions(sensor, "normal")).hasSize(2);

    Answer undone = Api.delete("/events/sensors/feedback/" + given.id());
    assertThat(undone.result()).containsEntry("undone", true);
    List<Map<String, Object>> versions = versions(sensor, "normal");
    assertThat(versions).hasSize(3);
    assertThat(length(versions.get(0))).isEqualTo(length(versions.get(2)));
  }

  @Test
  void aDryRunOfTheSelectionShowsBeforeAndAfterAndChangesNothing() {
    long sensor = judgedSensor(500);

    Answer job = Eventually.endOf(Api.send("POST", selection(sensor, true), null, null));

    assertThat(job.result()).as(job.body()).containsEntry("state", "done");
    assertThat(figures(job)).containsKeys("before", "after", "candidate.low", "candidate.high");
    assertThat(versions(sensor, "normal")).hasSize(1);
  }

  @Test
  void theSelectionPutsItsChoiceIntoForceAndItCanBeRolledBack() {
    long sensor = judgedSensor(500);

    Answer job = Eventually.endOf(Api.send("POST", selection(sensor, false), null, null));

    assertThat(job.result()).as(job.body()).containsEntry("state", "done");
    assertThat(versions(sensor, "normal")).hasSize(2);
    assertThat(baseline(versions(sensor, "normal").get(0)).get("name"))
        .isEqualTo(figures(job).get("after"));
    Answer rolledBack = Api.post("/sensors/" + sensor + "/baselines/rollback", "{\"version\": 1}");
    assertThat(rolledBack.result()).containsEntry("version", 3);
    assertThat(Api.get("/sensors/" + sensor).body())
        .doesNotContain("\"lastBaselineSelectionTimestamp\":null");
  }

  @Test
  void theAugmentationAppendsNewReadingsOnlyOnce() {
    long sensor = judgedSensor(500);
    String augmentation = "/sensors/" + sensor + "/baselines/augmentation";

    Answer first = Eventually.endOf(Api.send("POST", augmentation, null, null));
    Answer second = Eventually.endOf(Api.send("POST", augmentation, null, null));

    assertThat(first.result()).as(first.body()).containsEntry("state", "done");
    assertThat(second.result()).containsEntry("state", "failed");
    assertThat((String) second.result().get("summary")).contains("0 quiet readings");
    assertThat(length(versions(sensor, "normal").get(0))).isBetween(4320 + 100, 4320 + 520);
  }

  @Test
  void aBaselineOfTheBankCanBeAddedExportedAndTakenOutButNotTheFirst() {
    String ppmv = "30" + ", 31.5, 30.5".repeat(200);
    String wish = "{\"name\": \"%s\", \"ppmv\": [%s]}".formatted(Api.newName(), ppmv);
    Answer added = Api.post("/baselines", wish);
    assertThat(added.status()).as(added.body()).isEqualTo(201);

    assertThat((List<?>) Api.get("/baselines/" + added.id()).result().get("ppmv")).hasSize(401);
    assertThat(Api.post("/baselines", wish).status()).isEqualTo(409);
    assertThat(Api.delete("/baselines/" + added.id()).status()).isEqualTo(204);
    assertThat(Api.get("/baselines/" + added.id()).status()).isEqualTo(404);
    Object high =
        Api.get("/baselines").list().stream()
            .filter(baseline -> baseline.get("name").equals("high"))
            .findFirst()
            .orElseThrow()
            .get("id");
    assertThat(Api.delete("/baselines/" + high).status()).isEqualTo(409);
    assertThat(Api.post("/baselines", "{\"name\": \"short\", \"ppmv\": [1, 2]}").body())
        .contains("288 to 65536 readings, not 2");
  }

  @Test
  void secondOpinionsAreKeptAndRaiseNothing() {
    long sensor = judgedSensor(50);
    Answer chosen =
        Api.send(
            "PUT",
            "/sensors/" + sensor + "/shadow-detectors",
            "application/json",
            "{\"detectors\": [{\"id\": \"threshold\", \"settings\": {\"limit\": 10}}]}");
    assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);

    Answer scores =
        Eventually.see(
            () -> Api.get("/sensors/" + sensor + "/shadow-detectors/threshold/scores"),
            answer -> answer.list().size() >= 50);

    assertThat(scores.list())
        .hasSize(50)
        .allSatisfy(
            score -> assertThat(((Number) score.get("score")).doubleValue()).isGreaterThan(200));
    assertThat(Api.get("/events/sensors/" + sensor).body()).doesNotContain("critical");
  }

  private static long judgedSensor(int readings) {
    long sensor = Api.newSensor();
    choose(sensor, "{\"id\": \"matrix-profile\"}");
    Api.importCsv(sensor, Readings.quiet(0, readings));
    judged(sensor, readings);
    return sensor;
  }

  private static void judged(long sensor, int count) {
    Answer detections =
        Eventually.see(
            () -> Api.get("/sensors/" + sensor + "/anomaly-detections"),
            answer -> answer.list().size() >= count);
    assertThat(detections.list()).hasSize(count);
  }

  private static void choose(long sensor, String json) {
    Answer answer = Api.send("PUT", "/sensors/" + sensor + "/detector", "application/json", json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static Answer toggle(long sensor) {
    return Api.send(
        "PATCH", "/sensors/" + sensor + "/interactive-feedback-mode/toggle", null, null);
  }

  private static String selection(long sensor, boolean dryRun) {
    return "/sensors/" + sensor + "/baselines/selection?dryRun=" + dryRun;
  }

  private static List<Map<String, Object>> versions(long sensor, String role) {
    return Api.get("/sensors/" + sensor + "/baselines?role=" + role).list();
  }

  private static int length(Map<String, Object> version) {
    return ((Number) baseline(version).get("length")).intValue();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> baseline(Map<String, Object> version) {
    return (Map<String, Object>) version.get("baseline");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> figures(Answer job) {
    return (Map<String, Object>) job.result().get("figures");
  }
}
