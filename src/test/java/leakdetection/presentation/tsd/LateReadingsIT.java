package leakdetection.presentation.tsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import org.junit.jupiter.api.Test;

class LateReadingsIT extends RunningServer {

  private static final Instant START = Instant.parse("2021-04-05T00:00:00Z");
  private static final int MISSING = 5;

  @Test
  void aLateReadingIsJudgedInItsPlaceAndItsAlarmIsMarked() {
    long id = sensor();
    push(id, line(MISSING, 800));

    List<Map<String, Object>> events = awaitEvents(id, 3);
    assertThat(events)
        .extracting(it -> it.get("type"), it -> it.get("judgedLate"), it -> it.get("timestamp"))
        .containsExactly(
            tuple("ok", true, time(MISSING + 1)),
            tuple("critical", true, time(MISSING)),
            tuple("ok", false, time(0)));
    assertThat(detections(id))
        .hasSize(20)
        .filteredOn(it -> it.get("judgedLate").equals(true))
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("value", "critical"));
    assertThat(Api.get("/sensors/" + id + "/time-series-data").list().get(MISSING))
        .containsEntry("quality", "late")
        .containsEntry("grade", "suspect");
  }

  @Test
  void aCorrectedReadingIsJudgedAgainWhatItIsNow() {
    long id = sensor();
    push(id, line(7, 900));

    awaitEvents(id, 3);
    assertThat(detections(id))
        .filteredOn(it -> it.get("judgedLate").equals(true))
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("value", "critical"));
    assertThat(Api.get("/sensors/" + id + "/time-series-data/corrections").list())
        .singleElement()
        .satisfies(
            it -> assertThat(it).containsEntry("before", 37.0).containsEntry("after", 900.0));

    push(id, line(7, 1e14));
    Eventually.see(() -> detections(id).get(6).get("value"), "undefined"::equals);
    assertThat(detections(id).get(6)).containsEntry("value", "undefined");
  }

  /** A reading a second, means of a minute: one of them comes late while its minute is not over. */
  @Test
  void aLateReadingOfAnIntervalThatIsNotOverIsJudgedWithItOnceItIs() {
    long id = Api.newSensor();
    put(id, "detector", "{\"id\": \"threshold\", \"settings\": {\"limit\": 50}}");
    put(id, "reading-rules", "{\"detectionIntervalSeconds\": 60, \"silentIntervals\": 9999}");
    push(id, seconds(0, 150));
    Eventually.see(() -> detections(id).size(), size -> size >= 2);
    push(id, START.plusMillis(140_500) + ",9000\n");
    Instant pushed = Instant.now();

    // The judge of late readings has had its first looks by then, and left the open minute alone.
    Eventually.see(() -> Instant.now(), now -> now.isAfter(pushed.plusSeconds(8)));
    assertThat(minute(id, 2)).isEmpty();
    push(id, seconds(150, 200));

    List<Map<String, Object>> ofTheMinute =
        Eventually.see(
            () -> minute(id, 2),
            found -> found.size() == 1 && found.get(0).get("judgedLate").equals(true));
    assertThat(ofTheMinute)
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("value", "critical"))
        .extracting(it -> ((Map<?, ?>) it.get("interval")).get("readings"))
        .isEqualTo(61);
  }

  private static void put(long id, String what, String json) {
    Answer answer = Api.send("PUT", "/sensors/" + id + "/" + what, "application/json", json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static List<Map<String, Object>> minute(long id, int number) {
    Instant begin = START.plusSeconds(60L * number);
    return detections(id).stream()
        .filter(
            it -> {
              Map<?, ?> reading = (Map<?, ?>) it.get("timeSeriesData");
              Instant time = Instant.parse(reading.get("timestamp").toString());
              return !time.isBefore(begin) && time.isBefore(begin.plusSeconds(60));
            })
        .toList();
  }

  private static String seconds(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> START.plusSeconds(i) + "," + (30 + i % 7) + "\n")
        .collect(Collectors.joining());
  }

  /** Mounts a sensor with 20 readings but one, judged by a threshold of 500 ppmv. */
  private static long sensor() {
    long id = Api.newSensor();
    put(id, "detector", "{\"id\": \"threshold\"}");
    push(
        id,
        IntStream.range(0, 20)
            .filter(i -> i != MISSING)
            .mapToObj(i -> line(i, 30 + i))
            .collect(Collectors.joining()));
    Eventually.see(() -> detections(id).size(), size -> size == 19);
    return id;
  }

  private static void push(long id, String lines) {
    assertThat(Api.send("POST", "/sensors/" + id + "/time-series-data", "text/csv", lines).status())
        .isEqualTo(200);
  }

  private static String line(int i, double ppmv) {
    return time(i) + "," + ppmv + "\n";
  }

  private static String time(int i) {
    return START.plusSeconds(600L * i).toString();
  }

  private static List<Map<String, Object>> detections(long id) {
    return Api.get("/sensors/" + id + "/anomaly-detections").list();
  }

  private static List<Map<String, Object>> awaitEvents(long id, int count) {
    return Eventually.see(
        () -> Api.get("/events/sensors/" + id).list(), events -> events.size() >= count);
  }
}
