package leakdetection.presentation.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
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
