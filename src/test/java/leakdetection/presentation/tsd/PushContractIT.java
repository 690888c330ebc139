package leakdetection.presentation.tsd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

class PushContractIT extends RunningServer {

  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";

  @Test
  void oneReadingIsStoredAndShown() {
    long id = Api.newSensor();

    Answer answer = push(id, "{\"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 92.2}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.result())
        .containsOnlyKeys(
            "accepted",
            "repeated",
            "corrected",
            "quarantined",
            "rejected",
            "problems",
            "problemCount")
        .containsEntry("accepted", 1);
    assertThat(readings(id)).singleElement().satisfies(it -> hasValue(it, 92.2, "good"));
  }

  @Test
  void anArrayIsTakenReadingByReading() {
    long id = Api.newSensor();

    Answer answer =
        push(
            id,
            """
            [{"timestamp": "2021-04-05T14:06:57Z", "ppmv": 92.2, "unit": {"name": ["ppmv"]}},
             {"timestamp": "yesterday", "ppmv": 92.2},
             {"timestamp": "2021-04-05T14:16:57Z", "ppmv": null},
             {"timestamp": "2021-04-05T14:26:57Z", "ppmv": 1e14},
             {"timestamp": "2021-04-05T14:36:57Z"},
             5, ["a", {"b": []}], null,
             {"timestamp": "2021-04-05T14:46:57Z", "ppmv": "-inf"},
             {"timestamp": "2021-04-05T14:56:57Z", "ppmv": 1e999},
             {"timestamp": 1617631617, "ppmv": 1},
             {"timestamp": "2021-04-05T15:06:57+00:00", "ppmv": "93.5"}]""");

    assertThat(answer.result())
        .containsEntry("accepted", 2)
        .containsEntry("quarantined", 4)
        .containsEntry("rejected", 6)
        .containsEntry("problemCount", 10);
    assertThat(problems(answer))
        .extracting(problem -> problem.get("line"))
        .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void theSameAgainChangesNothingAndAnotherValueIsACorrection() {
    long id = Api.newSensor();
    push(id, "{\"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 92.2}");

    Answer again = push(id, "{\"timestamp\": \"2021-04-05T16:06:57+02:00\", \"ppmv\": 92.20}");
    Answer other = push(id, "{\"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 92.3}");

    assertThat(again.result()).containsEntry("repeated", 1).containsEntry("accepted", 0);
    assertThat(other.result()).containsEntry("corrected", 1).containsEntry("accepted", 0);
    assertThat(readings(id)).singleElement().satisfies(it -> hasValue(it, 92.3, "good"));
  }

  @Test
  void manySensorsAreNamedByIdOrTagInEveryForm() {
    long first = Api.newSensor();
    long second = Api.newSensor();
    String tag = Api.get("/sensors/" + second).result().get("name").toString();
    String time = "2021-04-05T14:%d6:57Z";

    Answer json =
        many(
            JSON,
            """
            [{"sensor": %d, "timestamp": "%s", "ppmv": 1}, {"sensor": "%s", "timestamp": "%2$s", "ppmv": 2},
             {"sensor": "nobody", "timestamp": "%2$s", "ppmv": 3}, {"timestamp": "%2$s", "ppmv": 4}]"""
                .formatted(first, time.formatted(0), tag));
    Answer lines =
        many(
            NDJSON,
            """
            {"sensor": "%d", "timestamp": "%s", "ppmv": 1}

            {"sensor": "%s", "timestamp":
            {"sensor": "%3$s", "timestamp": "%2$s", "ppmv": 2}
            """
                .formatted(first, time.formatted(1), tag));
    Answer csv =
        many(
            CSV,
            "sensor,timestamp,ppmv\n%d,%s,1\n%s,%2$s,2\n,%2$s,3\n"
                .formatted(first, time.formatted(2), tag));

    assertThat(json.result()).containsEntry("accepted", 2).containsEntry("rejected", 2);
    assertThat(problems(json)).extracting(it -> it.get("line")).containsExactly(3, 4);
    assertThat(problems(json).get(0).get("message").toString()).contains("nobody");
    assertThat(lines.result()).containsEntry("accepted", 2).containsEntry("rejected", 1);
    assertThat(problems(lines)).extracting(it -> it.get("line")).containsExactly(3);
    assertThat(csv.result()).containsEntry("accepted", 2).containsEntry("rejected", 1);
    assertThat(readings(first)).hasSize(3);
    assertThat(readings(second)).hasSize(3);
  }

  @Test
  void readingsOfAnotherSensorAreNotTakenForThisOne() {
    long id = Api.newSensor();
    long other = Api.newSensor();

    Answer answer =
        push(
            id,
            "{\"sensor\": %d, \"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 1}"
                .formatted(other));

    assertThat(answer.result()).containsEntry("rejected", 1);
    assertThat(readings(other)).isEmpty();
  }

  @Test
  void anUnknownSensorInTheAddressIsNotFound() {
    assertThat(push(999_999_999, "[]").status()).isEqualTo(404);
  }

  @Test
  void compressedBodiesAreTaken() throws IOException {
    long id = Api.newSensor();
    StringBuilder text = new StringBuilder("timestamp,ppmv\n");
    for (int i = 0; i < 5000; i++) {
      text.append("2021-04-05T14:%02d:%02dZ,%d%n".formatted(i / 60 % 60, i % 60, i));
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    Answer answer =
        Api.send(
            HttpRequest.newBuilder(uri("/api/sensors/" + id + "/time-series-data"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
                .header("Content-Type", CSV)
                .header("Content-Encoding", "gzip"));

    assertThat(answer.result()).containsEntry("rejected", 0);
    assertThat((int) answer.result().get("accepted") + (int) answer.result().get("corrected"))
        .isEqualTo(5000);
  }

  @Test
  void whatStandsBeforeTheBreakOfADocumentIsTaken() {
    long id = Api.newSensor();

    Answer answer =
        push(
            id,
            "[{\"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 1}, {\"timestamp\": \"2021-04-05T14:16:57Z\"");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.failures().get(0).get("message").toString()).contains("1 new reading");
    assertThat(readings(id)).hasSize(1);
  }

  private static Answer push(long id, String json) {
    return Api.post("/sensors/" + id + "/time-series-data", json);
  }

  private static Answer many(String type, String body) {
    return Api.send("POST", "/time-series-data", type, body);
  }

  private static List<Map<String, Object>> readings(long id) {
    return Api.get("/sensors/" + id + "/time-series-data").list();
  }

  private static void hasValue(Map<String, Object> reading, double ppmv, String quality) {
    assertThat(reading).containsEntry("ppmv", ppmv).containsEntry("quality", quality);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> problems(Answer answer) {
    return (List<Map<String, Object>>) answer.result().get("problems");
  }
}
