package leakdetection.presentation.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

class TemplateContractIT extends RunningServer {

  @Test
  void fieldsAreTheFourOfThePlants() {
    assertThat(Api.get("/fields").list())
        .containsExactly(
            Map.of("id", 1, "name", "trestakk", "tag", "19XT"),
            Map.of("id", 2, "name", "snorre", "tag", "19H-QI___"),
            Map.of("id", 3, "name", "askeladd", "tag", ""),
            Map.of("id", 4, "name", "troll", "tag", ""));
  }

  @Test
  void addedTemplateIsAnsweredListedAndFoundAtItsLocation() {
    String name = Api.newName();

    Answer added =
        Api.post(
            "/fields/2/templates",
            """
            {"name": "%s", "angleFromNorth": 359.5, "currentsPath": "sea/currents.csv",
             "height": 6, "zRoof": 5.5, "length": 20, "width": 16,
             "porosity": {"fore": 0.1, "aft": 0.2, "port": 0.3, "starboard": 0.4}}"""
                .formatted(name));

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.result())
        .containsKeys("id", "wavesPath", "simulatedLeaksPath", "wallArea", "inclination")
        .containsEntry("fieldId", 2)
        .containsEntry("name", name)
        .containsEntry("angleFromNorth", 359.5)
        .containsEntry("currentsPath", "sea/currents.csv")
        .containsEntry("zRoof", 5.5)
        .containsEntry("internalVolume", null)
        .containsEntry("porosity", Map.of("fore", 0.1, "aft", 0.2, "port", 0.3, "starboard", 0.4));
    assertThat(URI.create(added.header("Location").orElseThrow()).getPath())
        .isEqualTo("/api/templates/" + added.id());
    assertThat(Api.get("/templates/" + added.id()).result()).isEqualTo(added.result());
    String fromThereOn = "/templates?cursor=" + (added.id() - 1);
    assertThat(Api.get("/fields/2" + fromThereOn).list()).contains(added.result());
    assertThat(Api.get("/fields/3" + fromThereOn).list()).doesNotContain(added.result());
  }

  @Test
  void formsOfTheWebClientAreTaken() {
    Answer added =
        Api.post(
            "/fields/1/templates",
            """
            {"name": "%s", "angleFromNorth": "12.5", "internalVolume": 0, "height": 0, "length": "",
             "width": "", "porosityFore": 0.5, "porosityAft": "", "wallAreaFore": 1,
             "inclinationPort": 2, "currentsFile": "", "wavesFile": {}, "wavesPath": ""}"""
                .formatted(Api.newName()));

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.result())
        .containsEntry("angleFromNorth", 12.5)
        .containsEntry("internalVolume", null)
        .containsEntry("height", null)
        .containsEntry("length", null)
        .containsEntry("wavesPath", null)
        .containsEntry("porosity", null);
  }

  @Test
  void changeTouchesOnlyWhatIsSentAndNullTakesAway() {
    long id =
        Api.post(
                "/fields/1/templates",
                """
                {"name": "%s", "angleFromNorth": 10, "height": 4, "wavesPath": "a.csv",
                 "wallArea": {"fore": 1, "aft": 2, "port": 3, "starboard": 4}}"""
                    .formatted(Api.newName()))
            .id();

    Answer changed =
        Api.patch(
            "/templates/" + id,
            "{\"angleFromNorth\": 20, \"wavesPath\": null, \"wallArea\": {\"aft\": 5}}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.result())
        .containsEntry("angleFromNorth", 20.0)
        .containsEntry("height", 4.0)
        .containsEntry("wavesPath", null)
        .containsEntry("wallArea", Map.of("fore", 1.0, "aft", 5.0, "port", 3.0, "starboard", 4.0));
    assertThat(Api.patch("/templates/" + id, "{\"wallArea\": null}").result())
        .containsEntry("wallArea", null);
    assertThat(Api.patch("/templates/" + id, "{}").result()).containsEntry("height", 4.0);
  }

  @Test
  void templateIsRenamedButNotToATakenName() {
    long id = Api.newTemplate(1);
    Object taken = Api.get("/templates/" + Api.newTemplate(1)).result().get("name");
    String name = Api.newName();

    Answer renamed = Api.patch("/templates/" + id, "{\"name\": \"%s\"}".formatted(name));

    assertThat(renamed.result()).containsEntry("name", name);
    assertThat(Api.patch("/templates/" + id, "{\"name\": \"%s\"}".formatted(taken)).status())
        .isEqualTo(409);
    assertThat(Api.get("/templates/" + id).result()).containsEntry("name", name);
  }

  @Test
  void changeOfWhatATemplateDoesNotHaveIsRefusedByNameAndChangesNothing() {
    long id = Api.newTemplate(1);
    Map<String, Object> before = Api.get("/templates/" + id).result();

    Answer refused =
        Api.patch(
            "/templates/" + id, "{\"height\": 4, \"depth\": 5, \"porosity\": {\"front\": 0.5}}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.failedPaths()).containsExactly("body.depth", "body.porosity.front");
    assertThat(refused.body())
        .contains(
            "There is no member \\\"front\\\"; what can be sent is fore, aft, port, starboard.");
    assertThat(Api.get("/templates/" + id).result()).isEqualTo(before);
  }

  @Test
  void refusedChangeChangesNothing() {
    long id = Api.newTemplate(1);
    Map<String, Object> before = Api.get("/templates/" + id).result();

    Answer refused = Api.patch("/templates/" + id, "{\"angleFromNorth\": 20, \"height\": -1}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.failedPaths()).containsExactly("body.height");
    assertThat(Api.get("/templates/" + id).result()).isEqualTo(before);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Answer refused =
        Api.post(
            "/fields/1/templates",
            """
            {"name": " ", "angleFromNorth": 400, "height": -1, "zRoof": 5,
             "porosity": {"fore": 3}, "currentsPath": "../../etc/passwd", "wavesPath": "/etc/passwd"}""");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.failedPaths())
        .containsExactlyInAnyOrder(
            "body.name",
            "body.angleFromNorth",
            "body.height",
            "body.length",
            "body.width",
            "body.porosity",
            "body.currentsPath",
            "body.wavesPath");
  }

  @Test
  void nameIsUniqueOnAFieldOnly() {
    String body = "{\"name\": \"%s\", \"angleFromNorth\": 0}".formatted(Api.newName());
    assertThat(Api.post("/fields/1/templates", body).status()).isEqualTo(201);

    Answer again = Api.post("/fields/1/templates", body);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.failedPaths()).containsExactly("body.name");
    assertThat(Api.post("/fields/4/templates", body).status()).isEqualTo(201);
  }

  @Test
  void templateWithSensorsIsRemovedOnlyWithThem() {
    long id = Api.newTemplate(1);
    long sensor =
        Api.post(
                "/templates/" + id + "/sensors",
                "{\"name\": \"%s\", \"x\": 0, \"y\": 0, \"z\": 0}".formatted(Api.newName()))
            .id();

    assertThat(Api.delete("/templates/" + id).status()).isEqualTo(409);
    assertThat(Api.delete("/templates/" + id + "?cascade=false").status()).isEqualTo(409);
    assertThat(Api.get("/sensors/" + sensor).status()).isEqualTo(200);

    Answer removed = Api.delete("/templates/" + id + "?cascade=true");

    assertThat(removed.status()).isEqualTo(204);
    assertThat(removed.body()).isEmpty();
    assertThat(Api.get("/templates/" + id).status()).isEqualTo(404);
    assertThat(Api.get("/sensors/" + sensor).status()).isEqualTo(404);
  }

  @Test
  void listIsPagedByCursor() {
    List<Long> made = List.of(Api.newTemplate(4), Api.newTemplate(4), Api.newTemplate(4));
    List<Long> seen = new ArrayList<>();

    String path = "/fields/4/templates?limit=2";
    Answer page = Api.get(path);
    while (true) {
      page.list().forEach(template -> seen.add(((Number) template.get("id")).longValue()));
      assertThat(page.list()).hasSizeLessThanOrEqualTo(2);
      Object next = page.members().get("next");
      if (next == null) {
        break;
      }
      assertThat(page.header("Link").orElseThrow())
          .contains("cursor=" + next)
          .contains("limit=2")
          .contains("rel=\"next\"");
      page = Api.get(path + "&cursor=" + next);
    }

    assertThat(page.members()).doesNotContainKey("next");
    assertThat(seen).doesNotHaveDuplicates().isSorted().containsAll(made);
    assertThat(Api.get("/fields/4/templates").list()).hasSameSizeAs(seen);
  }
}
