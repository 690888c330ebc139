package leakdetection.presentation.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where on a template a leak would be seen. */
class DetectionLimitIT extends RunningServer {

  private static long templateWithSensors(int count) {
    long template = Api.newTemplate(1);
    for (int i = 0; i < count; i++) {
      Answer mounted =
          Api.post(
              "/templates/" + template + "/sensors",
              "{\"name\": \"%s\", \"x\": %d, \"y\": %d, \"z\": 6}"
                  .formatted(Api.newName(), 3 * (i % 2) - 1, 3 * (i / 2) - 1));
      assertThat(mounted.status()).isEqualTo(201);
    }
    return template;
  }

  @SuppressWarnings("unchecked")
  private static <T> List<List<T>> grid(Map<String, Object> map, String member) {
    return (List<List<T>>) map.get(member);
  }

  @Test
  void everyPointHasARateWithItsDelayAndSensorOrNothing() {
    long template = templateWithSensors(2);

    Answer answer = Api.get("/templates/" + template + "/detection-limits?columns=7&rows=5");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("NaN", "Infinity");
    Map<String, Object> map = answer.result();
    List<List<Number>> rates = grid(map, "rateKgPerS");
    List<List<Number>> delays = grid(map, "delaySeconds");
    List<List<String>> sensors = grid(map, "sensor");
    assertThat((List<?>) map.get("x")).hasSize(7);
    assertThat((List<?>) map.get("y")).hasSize(5);
    assertThat(rates).hasSize(5).allSatisfy(row -> assertThat(row).hasSize(7));
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 7; column++) {
        boolean seen = rates.get(row).get(column) != null;
        assertThat(delays.get(row).get(column) != null).isEqualTo(seen);
        assertThat(sensors.get(row).get(column) != null).isEqualTo(seen);
      }
    }
    assertThat(rates).anySatisfy(row -> assertThat(row).anyMatch(rate -> rate != null));
    assertThat(((List<?>) map.get("thresholds"))).hasSize(2);
    assertThat(answer.body()).contains("\"detector\":", "plume2d");
  }

  @Test
  void aGivenThresholdCountsAndALowerOneSeesMore() {
    long template = templateWithSensors(1);
    String path = "/templates/" + template + "/detection-limits?columns=5&rows=5&threshold=";

    Map<String, Object> low = Api.get(path + 5).result();
    Map<String, Object> high = Api.get(path + 500).result();

    assertThat(seen(low)).isGreaterThan(0).isGreaterThanOrEqualTo(seen(high));
    assertThat(((Number) low.get("smallest")).doubleValue()).isGreaterThan(0);
    assertThat(low.get("thresholds").toString()).contains("ppmv=5.0").contains("detector=null");
  }

  private static long seen(Map<String, Object> map) {
    List<List<Number>> rates = grid(map, "rateKgPerS");
    return rates.stream().flatMap(List::stream).filter(rate -> rate != null).count();
  }

  @Test
  void theTableHasARowForEveryPointAndEmptyCellsOutOfReach() {
    long template = templateWithSensors(1);
    Api.send("PUT", "/templates/" + template + "/currents", "text/csv", "u,v\n0,0\n");

    Answer table =
        Api.get(
            "/templates/"
                + template
                + "/detection-limits?columns=2&rows=2&fromX=40&toX=50&fromY=40&toY=50"
                + "&threshold=50&format=csv");

    assertThat(table.status()).as(table.body()).isEqualTo(200);
    assertThat(table.body().lines())
        .hasSize(5)
        .first()
        .isEqualTo("x,y,z,rate_kg_per_s,delay_s,sensor");
    assertThat(table.body().lines().skip(1)).allMatch(line -> line.endsWith(",,"));
  }

  @ParameterizedTest
  @CsvSource({
    "columns=0, columns",
    "rows=101, rows",
    "columns=many, columns",
    "height=-1, height",
    "threshold=0, threshold",
    "threshold=high, threshold",
    "threshold=NaN, threshold",
    "heldMinutes=1, heldMinutes",
    "hours=0, hours",
    "hours=9223372036854775807, hours",
    "fromX=1, fromX",
    "fromX=1&toX=1&fromY=0&toY=1, fromX",
    "from=+1000000-01-01T00:00:00Z, from",
    "format=png, format"
  })
  void aParameterOutOfBoundsIsNamed(String query, String parameter) {
    long template = templateWithSensors(1);

    Answer answer =
        Api.get("/templates/" + template + "/detection-limits?" + query.replace("+", "%2B"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.failedPaths()).containsExactly("query." + parameter);
  }

  @Test
  void aTemplateWithoutSensorsOrThatIsNoneIsRefused() {
    Answer none = Api.get("/templates/" + Api.newTemplate(1) + "/detection-limits");

    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("no sensors");
    assertThat(Api.get("/templates/987654321/detection-limits").status()).isEqualTo(404);
    assertThat(Api.delete("/templates/987654321/detection-limits").status()).isEqualTo(404);
  }

  @Test
  void tooMuchWorkIsRefusedWithWhatIsAllowed() {
    long template = templateWithSensors(3);

    Answer answer =
        Api.get("/templates/" + template + "/detection-limits?columns=100&rows=100&hours=168");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("must not exceed 20000000");
  }

  @Test
  void aMapThatIsBeingComputedIsCalledOff() {
    long template = templateWithSensors(3);
    String path = "/templates/" + template + "/detection-limits";
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> Api.get(path + "?columns=100&rows=100&hours=100&threshold=9000&height=50"));

    Answer calledOff = Eventually.see(() -> Api.delete(path), found -> found.status() == 204);
    assertThat(calledOff.status()).isEqualTo(204);

    Answer answer = waiting.join();
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("called it off");
    assertThat(Api.delete(path).status()).isEqualTo(404);
  }
}
