package leakdetection.presentation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

/** Comparing detectors on a sensor's stored history. */
class BacktestIT extends RunningServer {

  @Test
  void detectorsAreComparedSideBySideOnStoredHistory() {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 40 * 144));

    Answer job =
        Eventually.endOf(
            Api.post(
                "/backtests",
                """
                {"sensors": [%d],
                 "detectors": [{"id": "threshold", "settings": {"limit": 100}},
                               {"id": "threshold", "name": "loose", "settings": {"limit": 5000}}],
                 "leaks": {"peaks": [500], "durations": ["PT12H"], "shapes": ["plume"],
                           "perPeak": 4}}"""
                    .formatted(sensor)));

    assertThat(job.result()).as(job.body()).containsEntry("state", "done");
    Answer result = Api.get("/backtests/" + job.id());
    assertThat(recall(result, 0)).isEqualTo(1.0);
    assertThat(recall(result, 1)).isEqualTo(0.0);
    String csv = Api.get("/backtests/" + job.id() + "/figures").body();
    assertThat(csv).startsWith("detector,").contains("\nthreshold,").contains("\nloose,");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsStarted() {
    long sensor = Api.newSensor();

    assertThat(start(sensor, "{\"id\": \"nope\"}").body()).contains("There is no detector 'nope'");
    assertThat(start(sensor, "{\"id\": \"threshold\", \"settings\": {\"limit\": -1}}").body())
        .contains("limit (-1 ppmv) must be");
    assertThat(start(999_999, "{\"id\": \"threshold\"}").status()).isEqualTo(422);
    assertThat(Api.get("/backtests/999999").status()).isEqualTo(404);
  }

  private static Answer start(long sensor, String detector) {
    return Api.post(
        "/backtests", "{\"sensors\": [" + sensor + "], \"detectors\": [" + detector + "]}");
  }

  @SuppressWarnings("unchecked")
  private static Object recall(Answer result, int detector) {
    List<Map<String, Object>> detectors =
        (List<Map<String, Object>>) result.result().get("detectors");
    Map<String, Object> leaks = (Map<String, Object>) detectors.get(detector).get("leaks");
    return ((Map<String, Object>) leaks.get("recall")).get("value");
  }
}
