package leakdetection.presentation.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import leakdetection.RunningServer;
import leakdetection.StoredTables;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

/** Sending what surrounds a template, and taking it back. */
class EnvironmentIT extends RunningServer {

  private static final String LEAKS = "name,rate,x,y,z,duration\nTEE,0.0005,1,1,2,3600\n";

  private static Answer put(long template, String kind, String csv) {
    return Api.send("PUT", "/templates/" + template + "/" + kind, "text/csv", csv);
  }

  @Test
  void withoutAnUploadTheDefaultIsInForceAndSaysSo() {
    long template = Api.newTemplate(1);

    Map<String, Object> currents = Api.get("/templates/" + template + "/currents").result();

    assertThat(currents)
        .containsEntry("origin", "default")
        .containsEntry("file", "currents.csv")
        .containsEntry("repeats", true);
    assertThat((String) currents.get("note")).contains("defaults were taken", "no times", "repeat");
    assertThat(Api.get("/templates/" + template + "/waves").result())
        .containsEntry("origin", "default");
    assertThat(Api.get("/templates/" + template + "/leaks").result())
        .containsEntry("rows", 5)
        .containsEntry("intervalSeconds", null);
  }

  @Test
  void anUploadIsInForceUntilItIsTakenBack() throws Exception {
    long template = Api.newTemplate(1);

    Answer sent = put(template, "leaks", "\uFEFF" + LEAKS);

    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    assertThat(sent.result()).containsEntry("origin", "upload").containsEntry("rows", 1);
    assertThat(sent.result().get("uploadedAt")).isNotNull();
    assertThat(Api.get("/templates/" + template + "/leaks").result()).isEqualTo(sent.result());
    assertThat(stored(template)).containsExactly(LEAKS);

    assertThat(Api.delete("/templates/" + template + "/leaks").status()).isEqualTo(204);
    assertThat(Api.get("/templates/" + template + "/leaks").result())
        .containsEntry("origin", "default");
    assertThat(Api.delete("/templates/" + template + "/leaks").status()).isEqualTo(404);
  }

  @Test
  void aSecondUploadReplacesTheFirst() throws Exception {
    long template = Api.newTemplate(1);
    put(template, "leaks", LEAKS);

    put(template, "leaks", LEAKS.replace("TEE", "VALVE"));

    assertThat(stored(template)).containsExactly(LEAKS.replace("TEE", "VALVE"));
  }

  @Test
  void theTextItselfIsAnsweredAsCsv() {
    long template = Api.newTemplate(1);
    put(template, "leaks", LEAKS);
    String path = "/templates/" + template + "/leaks";

    assertThat(Api.get(path + "?format=csv").body()).isEqualTo(LEAKS);
    Answer accepted =
        Api.send(HttpRequest.newBuilder(uri("/api" + path)).GET().header("Accept", "text/csv"));
    assertThat(accepted.body()).isEqualTo(LEAKS);
    assertThat(accepted.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(Api.get(path + "?format=xml").failedPaths()).containsExactly("query.format");
  }

  @Test
  void theNextEstimationTakesWhatWasSent() {
    long sensor = Api.newSensor();
    long template = templateOf(sensor);
    Api.importCsv(sensor, Readings.quiet(0, 144));
    put(template, "leaks", LEAKS);
    StringBuilder currents = new StringBuilder("time,u,v\n");
    for (int hour = 0; hour < 24; hour++) {
      currents.append("2024-03-01T%02d:00:00Z,0.05,0.02\n".formatted(hour));
    }
    put(template, "currents", currents.toString());

    Answer answer =
        Api.post(
            "/sensors/" + sensor + "/estimations",
            "{\"from\": \"2024-03-01T00:00:00Z\", \"to\": \"2024-03-01T22:50:00Z\"}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat((List<?>) answer.result().get("candidates")).hasSize(1);
    assertThat(answer.body()).contains("\"TEE\"");
    assertThat((String) answer.result().get("notes"))
        .contains("no waves of its own")
        .doesNotContain("no currents of its own", "carry no times");
  }

  @Test
  void aTextThatBreaksARuleChangesNothingAndNamesItsLine() {
    long template = Api.newTemplate(1);
    put(template, "currents", "u,v\n0.1,0.1\n");

    Answer refused = put(template, "currents", "u,v\n0.1,0.1\n0.1,500\n");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Line 3", "-10.0 to 10.0 m/s");
    assertThat(Api.get("/templates/" + template + "/currents").result()).containsEntry("rows", 1);
  }

  @Test
  void textsThatAreNoneAreRefused() {
    long template = Api.newTemplate(1);
    String path = "/templates/" + template + "/waves";

    assertThat(put(template, "waves", "").status()).isEqualTo(422);
    assertThat(put(template, "waves", "\"").status()).isEqualTo(422);
    assertThat(Api.send("PUT", path, "application/json", "{}").status()).isEqualTo(415);
    assertThat(Api.sendBytes("PUT", path, "text/csv", new byte[] {0x1f, (byte) 0x8b}).status())
        .isEqualTo(400);
    assertThat(put(template, "waves", "x".repeat((8 << 20) + 1)).status()).isEqualTo(413);
    assertThat(put(987654321, "waves", LEAKS).status()).isEqualTo(404);
    assertThat(put(template, "winds", LEAKS).status()).isIn(404, 405);
  }

  @Test
  void aTemplateWhoseFileIsMissingSaysSo() {
    long template = Api.newTemplate(1);
    Api.patch("/templates/" + template, "{\"simulatedLeaksPath\": \"nowhere/leaks.csv\"}");

    Answer answer = Api.get("/templates/" + template + "/leaks");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("leaks.csv cannot be read");
  }

  @Test
  void waterAndHoleOfATemplateAreKeptAndBounded() {
    long template = Api.newTemplate(1);
    String path = "/templates/" + template;

    Answer changed =
        Api.patch(
            path,
            "{\"waterDepth\": 300, \"waterTemperature\": 0, \"holeDiameter\": 0.005,"
                + " \"gasToOilRatio\": 0, \"sensorTimeConstant\": 60}");

    assertThat(changed.result())
        .containsEntry("waterDepth", 300.0)
        .containsEntry("waterTemperature", 0.0)
        .containsEntry("holeDiameter", 0.005)
        .containsEntry("gasToOilRatio", null)
        .containsEntry("sensorTimeConstant", 60.0);
    assertThat(Api.get(path).result()).isEqualTo(changed.result());
    Answer refused =
        Api.patch(
            path,
            "{\"waterDepth\": 1, \"waterTemperature\": 80, \"holeDiameter\": 3,"
                + " \"gasToOilRatio\": 0.5, \"sensorTimeConstant\": -1}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.failedPaths())
        .containsExactlyInAnyOrder(
            "body.waterDepth",
            "body.waterTemperature",
            "body.holeDiameter",
            "body.gasToOilRatio",
            "body.sensorTimeConstant");
    assertThat(refused.body()).contains("The waterDepth (1.0 m) must be from 5.0 to 3000.0 m.");
  }

  private static long templateOf(long sensor) {
    return ((Number) Api.get("/sensors/" + sensor).result().get("templateId")).longValue();
  }

  private static List<String> stored(long template) throws SQLException {
    return new StoredTables(Path.of(System.getProperty("it.database")))
        .texts("select csv from template_environments where template_id = " + template);
  }
}
