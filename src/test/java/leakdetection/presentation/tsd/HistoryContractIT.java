package leakdetection.presentation.tsd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

/** Histories in few points, and as files. */
class HistoryContractIT extends RunningServer {

  @Test
  void aPeakIsInTheFewPointsOfALongHistory() {
    long id = Api.newSensor();
    Api.importCsv(id, Readings.quiet(0, 3000));
    Api.importCsv(id, ",Time,Values\n0,2024-03-08T00:05:00Z,777\n1,2024-03-08T00:06:00Z,1e14\n");

    Answer answer = Api.get("/sensors/" + id + "/time-series-data?points=50");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.list()).hasSizeBetween(25, 50);
    assertThat(answer.list())
        .filteredOn(point -> point.get("ppmv").equals(777.0))
        .singleElement()
        .satisfies(point -> assertThat(point).containsEntry("timestamp", "2024-03-08T00:05:00Z"));
    assertThat(sampling(answer))
        .containsEntry("method", "min_max")
        .containsEntry("values", 3001)
        .containsEntry("unusable", 1);
    assertThat((double) sampling(answer).get("widthSeconds")).isPositive();
  }

  @Test
  void scoresAreGivenInFewPointsToo() {
    long id = Api.newSensor();
    Api.importCsv(id, Readings.quiet(0, 1000));
    String path = "/sensors/" + id + "/anomaly-detections?points=40";

    Answer answer =
        Eventually.see(
            () -> Api.get(path),
            seen ->
                (int) sampling(seen).get("values") + (int) sampling(seen).get("unusable") == 1000);

    assertThat(answer.list()).isNotEmpty().hasSizeLessThanOrEqualTo(40);
    assertThat(answer.list())
        .allSatisfy(point -> assertThat(point).containsKeys("score", "value", "timeSeriesData"));
  }

  @Test
  void pointsAreRefusedBeyondTheirLimitsAndBesidePages() {
    String path = "/sensors/" + Api.newSensor() + "/time-series-data?points=";

    for (String wrong : List.of("9", "10001", "-1", "100&limit=5", "100&cursor=5", "many")) {
      Answer answer = Api.get(path + wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(422);
      assertThat(answer.failedPaths()).as(wrong).containsExactly("query.points");
    }
    assertThat(Api.get("/sensors/987654321/time-series-data?points=10").status()).isEqualTo(404);
  }

  @Test
  void exportHoldsEveryReadingInItsOrderWithItsQuality() throws Exception {
    long id = Api.newSensor();
    Api.importCsv(id, Readings.quiet(0, 4321));
    Api.importCsv(id, ",Time,Values\n0,2024-02-28T00:00:00Z,-inf\n1,2024-02-28T00:01:00Z,1e14\n");

    Answer answer = Api.get("/sensors/" + id + "/time-series-data/export");

    List<String> lines = answer.body().lines().toList();
    assertThat(answer.header("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(answer.header("Content-Disposition"))
        .contains("attachment; filename=\"readings-" + id + ".csv\"");
    assertThat(lines).hasSize(4324);
    assertThat(lines.get(0)).isEqualTo("sensor,timestamp,ppmv,quality,grade");
    assertThat(lines.get(1)).endsWith(",2024-02-28T00:00:00Z,,not_finite,unusable");
    assertThat(lines.get(2)).endsWith(",2024-02-28T00:01:00Z,1.0E14,sentinel,unusable");
    assertThat(lines.get(3)).contains(",2024-03-01T00:00:00Z,").endsWith(",good,good");
    assertThat(lines.subList(1, lines.size()))
        .isSortedAccordingTo((a, b) -> time(a).compareTo(time(b)));
    assertThat(Api.get("/sensors/987654321/time-series-data/export").status()).isEqualTo(404);
  }

  @Test
  void namesThatLookLikeFormulasAreHarmlessInAnExport() {
    String name = "=" + Api.newName() + "\",\"";
    long id =
        Api.post(
                "/templates/" + Api.newTemplate(1) + "/sensors",
                "{\"name\": \"%s\", \"x\": 1, \"y\": 2, \"z\": 3}"
                    .formatted(name.replace("\"", "\\\"")))
            .id();
    Api.importCsv(id, Readings.quiet(0, 1));

    String csv = Api.get("/sensors/" + id + "/time-series-data/export").body();

    assertThat(csv.lines().skip(1).findFirst())
        .hasValueSatisfying(
            line -> assertThat(line).startsWith("\"'" + name.replace("\"", "\"\"") + "\",2024"));
  }

  @Test
  void detectionsAndEventsAreExportedWithTheirReadings() {
    long id = Api.newSensor();
    Api.importCsv(id, Readings.quiet(0, 20));

    List<String> detections =
        Eventually.see(
            () -> Api.get("/sensors/" + id + "/anomaly-detections/export").body().lines().toList(),
            lines -> lines.size() == 21);

    assertThat(detections).hasSize(21);
    assertThat(detections.get(0))
        .isEqualTo("sensor,timestamp,ppmv,quality,value,score,detector,interactive_feedback_mode");
    assertThat(detections.get(1)).contains(",2024-03-01T00:00:00Z,").contains(",good,");
    List<String> events = Api.get("/events/export/sensors?sensor=" + id).body().lines().toList();
    assertThat(events.get(0)).isEqualTo("id,timestamp,sensor,type,detection");
    assertThat(events).hasSize(1 + Api.get("/events/sensors/" + id).list().size());
    assertThat(Api.get("/events/export/system").body())
        .startsWith("id,timestamp,sensor,type,message");
  }

  @Test
  void closingTheConnectionEndsAnExport() throws IOException, InterruptedException {
    long id = Api.newSensor();
    Api.importCsv(id, Readings.quiet(0, 60_000));
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/sensors/" + id + "/time-series-data/export")).build();

    for (int i = 0; i < 20; i++) {
      try (InputStream body = client().send(request, BodyHandlers.ofInputStream()).body()) {
        assertThat(body.read()).isEqualTo('s');
      }
    }

    assertThat(Api.get("/sensors/" + id).status()).isEqualTo(200);
  }

  private static Instant time(String line) {
    return Instant.parse(line.split(",")[1]);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> sampling(Answer answer) {
    return (Map<String, Object>) answer.members().get("sampling");
  }
}
