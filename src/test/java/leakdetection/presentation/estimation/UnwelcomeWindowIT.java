package leakdetection.presentation.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows that nobody would wish for: a message or an answer with numbers, never a failure. */
class UnwelcomeWindowIT extends RunningServer {

  private static final String LEAKS = "name,rate,x,y,z,duration\n";
  private static final String DAY =
      "{\"from\": \"2024-03-01T00:00:00Z\", \"to\": \"2024-03-01T23:50:00Z\"}";

  private long template;
  private long sensor;

  @BeforeEach
  void aTemplateWithASensorThatReadADay() {
    sensor = Api.newSensor();
    template = ((Number) Api.get("/sensors/" + sensor).result().get("templateId")).longValue();
    Api.importCsv(sensor, Readings.quiet(0, 144));
  }

  private void send(String kind, String csv) {
    Answer sent = Api.send("PUT", "/templates/" + template + "/" + kind, "text/csv", csv);
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
  }

  private Answer estimate() {
    return Api.post("/sensors/" + sensor + "/estimations", DAY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answered")
  void isAnsweredWithNumbersThatAddUp(String what, String kind, String csv, String note) {
    send(kind, csv);

    Answer answer = estimate();

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).doesNotContain("NaN", "Infinity").contains(note);
    Map<String, Object> estimation = answer.result();
    double sum =
        Stream.of("noLeak", "externalCause", "unexplained")
            .mapToDouble(member -> ((Number) estimation.get(member)).doubleValue())
            .sum();
    for (Object candidate : (List<?>) estimation.get("candidates")) {
      sum += ((Number) ((Map<?, ?>) candidate).get("probability")).doubleValue();
    }
    assertThat(sum).isBetween(0.999999, 1.000001);
    assertThat(estimation.get("result")).isNotEqualTo("confirmed");
  }

  static Stream<Arguments> answered() {
    return Stream.of(
        Arguments.of("one candidate", "leaks", LEAKS + "A,1e-3,2,1,1.5,60\n", "\"A\""),
        Arguments.of(
            "two at the same place",
            "leaks",
            LEAKS + "A,1e-3,2,1,1.5,60\nB,1e-3,2,1,1.5,60\n",
            "\"B\""),
        Arguments.of(
            "all out of reach",
            "leaks",
            LEAKS + "A,1e-3,900,1,1.5,60\nB,1e-3,-900,1,1.5,60\n",
            "No sensor can see candidate A"),
        Arguments.of("a sensor at the leak", "leaks", LEAKS + "A,1e-3,1,2,3,60\n", "\"A\""),
        Arguments.of("still water", "currents", "u,v\n0,0\n", "carry no times"),
        Arguments.of(
            "short currents", "currents", "u,v\n0.05,0.01\n0.04,0.03\n", "begin with the window"),
        Arguments.of(
            "currents of two hours of the day",
            "currents",
            "time,u,v\n2024-03-01T10:00:00Z,0.1,0\n2024-03-01T12:00:00Z,0.1,0\n",
            "currents are missing and were interpolated"));
  }

  @Test
  void currentsOfAnotherYearAreRefusedInWords() {
    send("currents", "time,u,v\n2020-03-01T10:00:00Z,0.1,0\n2020-03-01T10:10:00Z,0.1,0\n");

    Answer answer = estimate();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("None of the 145 currents was measured");
  }

  @Test
  void aWindowWithoutReadingsIsRefusedInWords() {
    Answer answer =
        Api.post(
            "/sensors/" + sensor + "/estimations",
            "{\"from\": \"2025-03-01T00:00:00Z\", \"to\": \"2025-03-01T23:50:00Z\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("No sensor has the 12 readings");
  }

  @Test
  void aGapInTheReadingsSaysNothing() {
    Api.importCsv(sensor, Readings.quiet(200, 100));

    Answer answer =
        Api.post(
            "/sensors/" + sensor + "/estimations",
            "{\"from\": \"2024-03-01T12:00:00Z\", \"to\": \"2024-03-02T23:50:00Z\"}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("160 of 216").doesNotContain("NaN");
  }

  @Test
  void aLeakAboveTheSurfaceIsRefusedByName() {
    String leaks = LEAKS + "KITE,1e-3,2,1,30,60\n";
    String fact = "Leak KITE must lie between the seabed and the surface, 0 to 5.0 m high";
    send("leaks", leaks);
    Api.patch("/templates/" + template, "{\"waterDepth\": 5}");

    Answer estimated = estimate();
    Answer sent = Api.send("PUT", "/templates/" + template + "/leaks", "text/csv", leaks);

    assertThat(List.of(estimated.status(), sent.status())).containsOnly(422);
    assertThat(List.of(estimated.body(), sent.body()))
        .allSatisfy(body -> assertThat(body).contains(fact));
  }

  @Test
  void anEnclosedTemplateIsAnsweredToo() {
    Answer changed =
        Api.patch(
            "/templates/" + template,
            "{\"zRoof\": 5, \"internalVolume\": 1e-3, \"porosity\": {\"fore\": 0.5}, \"wallArea\": {\"fore\": 10}}");
    assertThat(changed.status()).isEqualTo(200);

    Answer answer = estimate();

    assertThat(answer.status()).as(answer.body()).isIn(201, 422);
    assertThat(answer.body()).doesNotContain("NaN");
  }

  @ParameterizedTest
  @MethodSource("waters")
  void everyWaterAndHoleThatIsAllowedGivesNumbers(String members) {
    assertThat(Api.patch("/templates/" + template, members).status()).isEqualTo(200);

    Answer answer = estimate();

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).doesNotContain("NaN", "Infinity");
    assertThat(
            Api.get("/templates/" + template + "/detection-limits?columns=3&rows=3&threshold=50")
                .status())
        .isEqualTo(200);
  }

  static Stream<String> waters() {
    return Stream.of(
        "{\"waterDepth\": 10, \"waterTemperature\": 30, \"sensorTimeConstant\": 1}",
        "{\"waterDepth\": 3000, \"waterTemperature\": -2, \"sensorTimeConstant\": 1440}",
        "{\"holeDiameter\": 0.0005, \"gasToOilRatio\": 1}",
        "{\"holeDiameter\": 0.1, \"gasToOilRatio\": 1000000}",
        "{\"waterDepth\": 3000, \"holeDiameter\": 0.1, \"gasToOilRatio\": 1}");
  }
}
