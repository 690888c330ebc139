package leakdetection.presentation.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

/** Looking for the leak that explains a window, by hand. */
class EstimationIT extends RunningServer {

  @Test
  void everyPointOfTheTemplateGetsItsProbabilityAndTheAnswerIsKept() {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 144));

    Answer answer = estimate(sensor, "2024-03-01T00:00:00Z", "2024-03-01T23:50:00Z");

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    Map<String, Object> estimation = answer.result();
    List<Map<String, Object>> candidates = candidates(estimation);
    assertThat(candidates).extracting("name").contains("WELLHEAD-1", "WELLHEAD-2");
    double sum =
        candidates.stream().mapToDouble(candidate -> number(candidate, "probability")).sum()
            + number(estimation, "noLeak")
            + number(estimation, "externalCause")
            + number(estimation, "unexplained");
    assertThat(sum).isEqualTo(1, within(1e-6));
    assertThat(estimation).containsEntry("estimator", "bayes");
    assertThat((String) estimation.get("notes")).contains("no currents of its own");
    assertThat(Api.get("/sensors/" + sensor + "/estimations").list())
        .extracting("id")
        .containsExactly(estimation.get("id"));
  }

  @Test
  void aQuietWindowIsNotCalledALeak() {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 144));

    Answer answer = estimate(sensor, "2024-03-01T00:00:00Z", "2024-03-01T23:50:00Z");

    assertThat(answer.result().get("result")).isNotEqualTo("confirmed");
  }

  @Test
  void aWindowOfNoUseIsRefusedWithWhatIsAllowed() {
    long sensor = Api.newSensor();

    Answer tooShort = estimate(sensor, "2024-03-01T00:00:00Z", "2024-03-01T00:10:00Z");
    assertThat(tooShort.status()).isEqualTo(422);
    assertThat(tooShort.body()).contains("must last 110 minutes to 7 days");
    Answer empty = estimate(sensor, "2024-03-01T00:00:00Z", "2024-03-01T23:50:00Z");
    assertThat(empty.status()).isBetween(200, 499);
    assertThat(Api.post("/sensors/" + sensor + "/estimations", "{}").failedPaths())
        .contains("body.from", "body.to");
  }

  @Test
  void anEstimationIsKeptWithItsCurvesAndWhatItWasMadeWith() {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 144));
    Answer made = estimate(sensor, "2024-03-01T00:00:00Z", "2024-03-01T23:50:00Z");
    String path = "/sensors/" + sensor + "/estimations/" + made.id();

    assertThat(URI.create(made.header("Location").orElseThrow()).getPath())
        .isEqualTo("/api" + path);
    assertThat(Api.get(path).result()).isEqualTo(made.result());
    assertThat(made.result().get("provenance").toString())
        .contains("estimatorVersion=1", "waterDepth=90.0 m", "144 of 144", "default, currents.csv")
        .containsPattern("SHA-256 [0-9a-f]{64}");
    List<Map<String, Object>> curves = Api.get(path + "/simulation-detections").list();
    assertThat(curves)
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(3)
        .allSatisfy(
            curve -> {
              assertThat(curve).containsEntry("sensorId", (int) sensor);
              assertThat((List<?>) curve.get("ppmv")).hasSize(144);
              assertThat(number(curve, "rateKgPerS")).isPositive();
            });
    assertThat(Api.get("/sensors/" + Api.newSensor() + "/estimations/" + made.id()).status())
        .isEqualTo(404);
    assertThat(Api.get("/sensors/" + sensor + "/estimations/none").status()).isEqualTo(422);
  }

  @Test
  void estimationsAreListedInPages() {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 144));
    for (int minute = 0; minute < 3; minute++) {
      estimate(sensor, "2024-03-01T00:0%d:00Z".formatted(minute), "2024-03-01T05:00:00Z");
    }

    Answer first = Api.get("/sensors/" + sensor + "/estimations?limit=2");
    Answer second =
        Api.get(
            "/sensors/" + sensor + "/estimations?limit=2&cursor=" + first.members().get("next"));

    assertThat(first.list())
        .extracting("from")
        .containsExactly("2024-03-01T00:02:00Z", "2024-03-01T00:01:00Z");
    assertThat(second.list()).extracting("from").containsExactly("2024-03-01T00:00:00Z");
    assertThat(second.members()).doesNotContainKey("next");
  }

  @Test
  void aRunningEstimationIsCalledOffAndNothingIsKept() {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 1008));
    StringBuilder leaks = new StringBuilder("name,rate,x,y,z,duration\n");
    for (int i = 0; i < 256; i++) {
      leaks.append("L%d,0.001,%d,%d,1.5,3600\n".formatted(i, i % 16 - 8, i / 16 - 8));
    }
    Object template = Api.get("/sensors/" + sensor).result().get("templateId");
    assertThat(
            Api.send("PUT", "/templates/" + template + "/leaks", "text/csv", leaks.toString())
                .status())
        .isEqualTo(200);
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> estimate(sensor, "2024-03-01T00:00:00Z", "2024-03-07T23:50:00Z"));

    Answer calledOff =
        Eventually.see(
            () -> Api.delete("/sensors/" + sensor + "/estimations/running"),
            answer -> answer.status() == 204);

    assertThat(calledOff.status()).isEqualTo(204);
    assertThat(waiting.join().status()).isEqualTo(409);
    assertThat(Api.get("/sensors/" + sensor + "/estimations").list()).isEmpty();
  }

  @Test
  void anotherEstimatorAndPlumeModelAreUsedOnRequestAndUnknownOnesRefused() {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 144));
    String window = "{\"from\": \"2024-03-01T00:00:00Z\", \"to\": \"2024-03-01T23:50:00Z\", ";
    String address = "/sensors/" + sensor + "/estimations";

    Answer other =
        Api.post(address, window + "\"estimator\": \"correlation\", \"model\": \"deep-blow\"}");
    assertThat(other.status()).as(other.body()).isEqualTo(201);
    assertThat(other.result())
        .containsEntry("estimator", "correlation")
        .containsEntry("model", "deep-blow");

    Answer unknown = Api.post(address, window + "\"estimator\": \"oracle\"}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.failedPaths()).containsExactly("body.estimator");
    assertThat(unknown.body()).contains("There are: bayes, correlation.");
    assertThat(Api.post(address, window + "\"model\": \"oracle\"}").failedPaths())
        .containsExactly("body.model");
    Answer unsuited = Api.post(address, window + "\"model\": \"enclosed\"}");
    assertThat(unsuited.status()).as(unsuited.body()).isEqualTo(422);
  }

  @Test
  void absurdTimesAreRefused() {
    long sensor = Api.newSensor();

    assertThat(
            estimate(sensor, "-999999999-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z").status())
        .isEqualTo(422);
    assertThat(estimate(sensor, "2024-03-02T00:00:00Z", "2024-03-01T00:00:00Z").status())
        .isEqualTo(422);
    assertThat(Api.delete("/sensors/" + sensor + "/estimations/running").status()).isEqualTo(404);
    assertThat(Api.delete("/sensors/987654321/estimations/running").status()).isEqualTo(404);
  }

  private static Answer estimate(long sensor, String from, String to) {
    return Api.post(
        "/sensors/" + sensor + "/estimations",
        "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}");
  }

  private static double number(Map<String, Object> object, String member) {
    return ((Number) object.get(member)).doubleValue();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> candidates(Map<String, Object> estimation) {
    return (List<Map<String, Object>>) estimation.get("candidates");
  }
}
