package leakdetection.presentation.web;

import static leakdetection.presentation.web.ApiDescription.asMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leakdetection.RunningServer;
import leakdetection.presentation.web.ApiDescription.Operation;
import org.junit.jupiter.api.Test;

class ApiDescriptionIT extends RunningServer {

  @Test
  void everyOperationIsSummarisedAndDescribed() throws IOException, InterruptedException {
    assertThat(ApiDescription.ofServer().operations())
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(operation.description())
                    .as(operation.toString())
                    .containsKeys("summary", "description", "tags"));
  }

  @Test
  void everyBodyAndAnswerAndFailureHasAnExample() throws IOException, InterruptedException {
    ApiDescription api = ApiDescription.ofServer();
    for (Operation operation : api.operations()) {
      if (operation.description().containsKey("requestBody")) {
        assertExample(api, operation, api.members(operation.description(), "requestBody"));
      }
      Map<String, Object> responses = api.members(operation.description(), "responses");
      assertThat(responses.keySet()).as(operation.toString()).anyMatch(s -> s.startsWith("2"));
      for (String status : responses.keySet()) {
        if (!status.equals("204")) {
          assertExample(api, operation, api.members(responses, status));
        }
      }
    }
  }

  @Test
  void everyParameterIsDescribed() throws IOException, InterruptedException {
    for (Operation operation : ApiDescription.ofServer().operations()) {
      Object parameters = operation.description().getOrDefault("parameters", List.of());
      assertThat((List<?>) parameters)
          .as(operation.toString())
          .allSatisfy(parameter -> assertThat(asMap(parameter)).containsKey("description"));
    }
  }

  @Test
  void everyOperationWithABodySaysWhatItRefuses() throws IOException, InterruptedException {
    assertThat(ApiDescription.ofServer().operations())
        .filteredOn(operation -> operation.description().containsKey("requestBody"))
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(asMap(operation.description().get("responses")).keySet())
                    .as(operation.toString())
                    .containsAll(Set.of("400", "413", "415", "422", "503")));
  }

  @Test
  void pageShowsTheDescriptionWithoutAskingAnotherHost() throws IOException, InterruptedException {
    String page = get("/docs/").body();
    Matcher asset = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
    int assets = 0;
    while (asset.find()) {
      String address = asset.group(1);
      if (!address.startsWith("data:")) {
        assertThat(address).doesNotContain("//");
        String path = address.startsWith("/") ? address : "/docs/" + address;
        assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        assets++;
      }
    }
    assertThat(assets).isGreaterThanOrEqualTo(4);
    assertThat(get("/docs").statusCode()).isIn(200, 302);
  }

  private static void assertExample(
      ApiDescription api, Operation operation, Map<String, Object> described) {
    Map<String, Object> content = api.members(described, "content");
    assertThat(content).as("%s: %s", operation, described).isNotEmpty();
    content
        .keySet()
        .forEach(
            type -> {
              Map<String, Object> media = api.members(content, type);
              Map<String, Object> schema = api.members(media, "schema");
              assertThat(
                      media.containsKey("example")
                          || media.containsKey("examples")
                          || schema.containsKey("examples"))
                  .as("example of %s: %s", operation, described)
                  .isTrue();
            });
  }
}
