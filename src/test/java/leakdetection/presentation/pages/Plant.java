package leakdetection.presentation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;

/** What the tests of the pages look at: a sensor with two days of quiet and then gas. */
final class Plant {

  private static final int QUIET = 300;
  private static final int GAS = 40;

  private Plant() {}

  /** Makes a sensor that a day's gas made critical, judged by the matrix profile. */
  static long criticalSensor() {
    long sensor = quietSensor();
    gas(sensor);
    Answer events =
        Eventually.see(
            () -> Api.get("/events/sensors/" + sensor),
            answer -> answer.body().contains("critical"));
    assertThat(events.body()).contains("critical");
    return sensor;
  }

  /** Makes a sensor with two days of quiet readings. */
  static long quietSensor() {
    long sensor = Api.newSensor();
    Api.send(
        "PUT",
        "/sensors/" + sensor + "/detector",
        "application/json",
        "{\"id\": \"matrix-profile\"}");
    quiet(sensor);
    return sensor;
  }

  static Object template(long sensor) {
    return Api.get("/sensors/" + sensor).result().get("templateId");
  }

  /** Pins a sensor and returns the addresses of the pages that show it and its plant, by name. */
  static Map<String, String> operatorsPages(long sensor) {
    Object template = template(sensor);
    Api.send("PATCH", "/sensors/" + sensor + "/pin/toggle", null, null);
    return Map.of(
        "overview", "/",
        "plant", "/templates/index.xhtml",
        "template", "/templates/template.xhtml?id=" + template,
        "template-new", "/templates/new.xhtml?id=1",
        "sensor", "/sensors/sensor.xhtml?id=" + sensor,
        "sensor-new", "/sensors/new.xhtml?id=" + template,
        "dashboard", "/sensors/dashboard.xhtml",
        "messages", "/events/index.xhtml?kind=messages");
  }

  static void quiet(long sensor) {
    assertThat(Api.importCsv(sensor, Readings.quiet(0, QUIET)).status()).isEqualTo(200);
  }

  /** Lets gas come. */
  static void gas(long sensor) {
    assertThat(Api.importCsv(sensor, Readings.flat(QUIET, GAS, 800)).status()).isEqualTo(200);
  }
}
