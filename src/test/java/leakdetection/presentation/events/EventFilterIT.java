package leakdetection.presentation.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

class EventFilterIT extends RunningServer {

  @Test
  void eventsAreNarrowedBySensorTemplateTypeAndTime() {
    long sensor = criticalSensor();
    Object template = Api.get("/sensors/" + sensor).result().get("templateId");
    String all = "/events/sensors?template=" + template;

    assertThat(Api.get(all).list()).extracting("type").containsExactly("critical", "ok");
    assertThat(Api.get("/events/sensors?sensor=" + sensor).list()).hasSize(2);
    assertThat(Api.get(all + "&type=critical").list()).hasSize(1);
    assertThat(Api.get(all + "&from=2024-03-01T12:00:00Z").list())
        .extracting("type")
        .containsExactly("critical");
    assertThat(Api.get(all + "&to=2024-03-01T12:00:00Z").list())
        .extracting("type")
        .containsExactly("ok");
    assertThat(Api.get("/events/sensors?template=999999").list()).isEmpty();
    assertThat(Api.get("/events/sensors?type=bad").status()).isEqualTo(422);
    assertThat(Api.get("/events/sensors?sensor=999999").status()).isEqualTo(404);
  }

  @Test
  void theDownloadHoldsTheSameEvents() throws IOException, InterruptedException {
    long sensor = criticalSensor();

    String csv = get("/api/events/export/sensors?type=critical&sensor=" + sensor).body();

    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).contains(",critical,").doesNotContain(",ok,");
  }

  private static long criticalSensor() {
    long sensor = Api.newSensor();
    Api.send(
        "PUT",
        "/sensors/" + sensor + "/detector",
        "application/json",
        "{\"id\": \"threshold\", \"settings\": {\"limit\": 100}}");
    Api.importCsv(sensor, Readings.quiet(0, 200));
    Api.importCsv(sensor, Readings.flat(200, 3, 900));
    Answer events =
        Eventually.see(
            () -> Api.get("/events/sensors?type=critical&sensor=" + sensor),
            answer -> !answer.list().isEmpty());
    assertThat(events.list()).hasSize(1);
    return sensor;
  }
}
