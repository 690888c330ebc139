package leakdetection.presentation.tsd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import leakdetection.RunningServer;
import leakdetection.SharedData;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

class TimeSeriesDataContractIT extends RunningServer {

  private static final Instant START = Instant.parse("2021-04-05T00:00:00Z");

  @Test
  void goodLinesAreTakenAndBadOnesToldByLine() {
    long id = Api.newSensor();

    Answer answer =
        Api.importCsv(
            id,
            """
            ,Time,Values
            0,2021-04-05 14:06:57,92.2
            1,2021-04-05T14:16:57Z,93.1
            2,2021-04-05 14:16:57,94.5
            3,2021-04-05 14:26:57,100000000000000.0
            4,2021-04-05 14:36:57,-inf
            5,2021-04-05 14:46:57,NaN
            6,2021-04-05 14:56:57,10000.5
            7,yesterday,94.0
            8,2021-04-05 15:06:57,much
            9,2021-04-05 15:16:57

            10,2021-04-05 14:06:57,92.2
            11,2021-04-05 15:26:57,0
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.result())
        .containsEntry("accepted", 3)
        .containsEntry("repeated", 1)
        .containsEntry("corrected", 1)
        .containsEntry("quarantined", 4)
        .containsEntry("rejected", 3)
        .containsEntry("problemCount", 7);
    assertThat(problems(answer))
        .extracting(problem -> problem.get("line"))
        .containsExactly(5, 6, 7, 8, 9, 10, 11);
    assertThat(problems(answer).get(4).get("message").toString()).contains("yesterday");
    assertThat(Api.get("/sensors/" + id + "/time-series-data").list())
        .extracting(reading -> reading.get("quality"))
        .containsExactly(
            "good", "good", "sentinel", "not_finite", "not_finite", "out_of_range", "good");
  }

  @Test
  void historyIsInTheOrderOfTimesWithinItsBounds() {
    long id = Api.newSensor();
    Api.importCsv(id, readings(20));

    List<Map<String, Object>> part =
        Api.get(
                "/sensors/"
                    + id
                    + "/time-series-data?from=2021-04-05T00:30:00Z&to=2021-04-05T01:00:00Z")
            .list();

    assertThat(part)
        .extracting(reading -> reading.get("timestamp"))
        .containsExactly("2021-04-05T00:30:00Z", "2021-04-05T00:40:00Z", "2021-04-05T00:50:00Z");
    assertThat(part.get(0)).containsEntry("ppmv", 33.0).containsKey("id");
  }

  @Test
  void historyIsPagedWithoutGapAndRepetition() {
    long id = Api.newSensor();
    Api.importCsv(id, readings(25));
    List<Object> seen = new ArrayList<>();

    String path = "/sensors/" + id + "/time-series-data?limit=10";
    Answer page = Api.get(path);
    page.list().forEach(reading -> seen.add(reading.get("timestamp")));
    while (page.members().get("next") != null) {
      page = Api.get(path + "&cursor=" + page.members().get("next"));
      page.list().forEach(reading -> seen.add(reading.get("timestamp")));
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(seen.get(24)).isEqualTo(START.plusSeconds(24 * 600).toString());
  }

  @Test
  void historyWithoutLimitIsAThousandAtMost() {
    long id = Api.newSensor();
    Api.importCsv(id, readings(1001));

    Answer first = Api.get("/sensors/" + id + "/time-series-data");

    assertThat(first.list()).hasSize(1000);
    assertThat(first.members()).containsKey("next");
  }

  @Test
  void everyReadingIsJudgedByTheChosenDetector() throws InterruptedException {
    long id = Api.newSensor();
    Api.send(
        "PUT", "/sensors/" + id + "/detector", "application/json", "{\"id\": \"matrix-profile\"}");
    Api.importCsv(id, readings(150));
    String path = "/sensors/" + id + "/anomaly-detections";

    Instant giveUp = Instant.now().plus(Duration.ofSeconds(30));
    while (Api.get(path).list().size() < 150 && Instant.now().isBefore(giveUp)) {
      Thread.sleep(200);
    }

    List<Map<String, Object>> detections = Api.get(path).list();
    assertThat(detections).hasSize(150);
    assertThat(detections.get(0))
        .containsEntry("value", "undefined")
        .containsEntry("score", null)
        .containsEntry("detectorId", "matrix-profile")
        .containsEntry("interactiveFeedbackMode", false);
    assertThat(detections.get(0).get("timeSeriesData").toString())
        .contains("ppmv=30.0", "timestamp=2021-04-05T00:00:00Z", "sensorId=" + id);
    assertThat(detections.get(149).get("value")).isNotEqualTo("undefined");
    assertThat(Api.get(path + "?limit=1&from=2021-04-05T00:10:00Z").list())
        .containsExactly(detections.get(1));
    assertThat(Api.get("/events/sensors/" + id).list().get(0)).containsEntry("sensorId", (int) id);
  }

  @Test
  void compressedTextIsTakenWithAndWithoutItsHeader() throws IOException {
    long id = Api.newSensor();
    byte[] packed = gzip(readings(50));

    Answer plain = Api.sendBytes("POST", path(id), "text/csv", packed);
    Answer said =
        Api.send(
            HttpRequest.newBuilder(uri("/api" + path(id)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed))
                .header("Content-Type", "text/csv")
                .header("Content-Encoding", "gzip"));

    assertThat(plain.result()).containsEntry("accepted", 50);
    assertThat(said.result()).containsEntry("repeated", 50).containsEntry("accepted", 0);
  }

  @Test
  void brokenCompressionIsToldAndWhatWasReadStays() throws IOException {
    long id = Api.newSensor();
    byte[] packed = gzip(readings(20_000));

    Answer answer =
        Api.sendBytes("POST", path(id), "text/csv", Arrays.copyOf(packed, packed.length / 2));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.failures().get(0).get("message").toString()).contains("compressed");
    assertThat(Api.get("/sensors/" + id + "/time-series-data?limit=1000").list()).hasSize(1000);
  }

  @Test
  void problemsAreBoundedButCounted() {
    long id = Api.newSensor();
    StringBuilder csv = new StringBuilder(",Time,Values\n");
    for (int i = 0; i < 1500; i++) {
      csv.append(i).append(",never,1\n");
    }

    Answer answer = Api.importCsv(id, csv.toString());

    assertThat(answer.result()).containsEntry("rejected", 1500).containsEntry("problemCount", 1500);
    assertThat(problems(answer)).hasSize(1000);
  }

  @Test
  void realFileIsTakenAsItIsAndAgainChangesNothing() throws IOException {
    byte[] file = Files.readAllBytes(SharedData.path("data/real/19H-QI___5472.10m.csv"));
    long id = Api.newSensor();

    Map<String, Object> first = Api.sendBytes("POST", path(id), "text/csv", file).result();
    Map<String, Object> again = Api.sendBytes("POST", path(id), "text/csv", file).result();

    int accepted = (int) first.get("accepted");
    int quarantined = (int) first.get("quarantined");
    assertThat(accepted + quarantined + (int) first.get("rejected")).isEqualTo(4480);
    assertThat(quarantined).isPositive();
    assertThat(again)
        .containsEntry("accepted", 0)
        .containsEntry("quarantined", 0)
        .containsEntry("repeated", accepted + quarantined);
  }

  private static String path(long id) {
    return "/sensors/" + id + "/time-series-data/import";
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> problems(Answer answer) {
    return (List<Map<String, Object>>) answer.result().get("problems");
  }

  private static String readings(int count) {
    StringBuilder csv = new StringBuilder(",Time,Values\n");
    for (int i = 0; i < count; i++) {
      csv.append("%d,%s,%d\n".formatted(i, START.plusSeconds(600L * i), 30 + i % 7));
    }
    return csv.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
