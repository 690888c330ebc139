package leakdetection.presentation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

class ExplanationIT extends RunningServer {

  @Test
  void theNearestStretchOfTheBaselineLiesOverTheWindowThatAlarmed() {
    long sensor = judged("matrix-profile");

    Answer said = Api.get("/sensors/" + sensor + "/explanation");

    assertThat(said.status()).as(said.body()).isEqualTo(200);
    assertThat(said.result())
        .containsEntry("timestamp", "2024-03-02T12:30:00Z")
        .containsEntry("value", "critical")
        .containsEntry("detectorId", "matrix-profile");
    assertThat((String) said.result().get("source")).startsWith("baseline ");
    List<?> window = (List<?>) said.result().get("window");
    List<?> expected = (List<?>) said.result().get("expected");
    assertThat(expected).hasSameSizeAs(window).hasSize(144);
    assertThat(time(expected, 0)).isEqualTo(time(window, 0));
    assertThat(time(expected, 143)).isEqualTo(time(window, 143)).isEqualTo("2024-03-02T12:30:00Z");
  }

  @Test
  void theSameIsSaidNowAsWasSaidThen() {
    long sensor = judged("matrix-profile");
    Map<String, Object> said =
        Api.get("/sensors/" + sensor + "/explanation?at=2024-03-02T11:59:59Z").result();

    assertThat(said).containsEntry("timestamp", "2024-03-02T11:50:00Z");
    assertThat((double) said.get("scoreNow")).isEqualTo((double) said.get("score"));
  }

  @Test
  void whatWasNeverJudgedCannotBeExplained() {
    long sensor = Api.newSensor();

    assertThat(Api.get("/sensors/" + sensor + "/explanation").status()).isEqualTo(404);
    assertThat(Api.get("/sensors/999999/explanation").status()).isEqualTo(404);
    assertThat(Api.get("/sensors/" + sensor + "/explanation?at=yesterday").status())
        .isBetween(400, 422);
  }

  private static long judged(String detector) {
    long sensor = Api.newSensor();
    Api.send(
        "PUT",
        "/sensors/" + sensor + "/detector",
        "application/json",
        "{\"id\": \"%s\"}".formatted(detector));
    Api.importCsv(sensor, Readings.quiet(0, 200));
    Api.importCsv(sensor, Readings.flat(200, 20, 1500));
    Answer judged =
        Eventually.see(
            () -> Api.get("/sensors/" + sensor + "/anomaly-detections"),
            answer -> answer.list().size() >= 220);
    assertThat(judged.list()).hasSize(220);
    return sensor;
  }

  private static Object time(List<?> curve, int at) {
    return ((Map<?, ?>) curve.get(at)).get("timestamp");
  }
}
