package leakdetection.presentation.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the API's description the failures that any operation of a kind can meet, so that no
 * resource has to repeat them: found by {@code mp.openapi.filter}.
 */
public final class DescribedFailures implements OASFilter {

  private static final Map<String, String> TEXTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("429", "More comes than can be taken; try again after `Retry-After`"),
              Map.entry("401", "Nobody is signed in, and no valid token was sent"),
              Map.entry("403", "The role or the token is not enough for this"),
              Map.entry("400", "The body cannot be read; the message says where"),
              Map.entry("404", "There is no such thing"),
              Map.entry("406", "The answer is JSON, and something else was asked for"),
              Map.entry("409", "It collides with what is there"),
              Map.entry("413", "The body is too large"),
              Map.entry("415", "The body is of another content type"),
              Map.entry("422", "Values break a rule; each has a result that says what is allowed"),
              Map.entry(
                  "503",
                  "The database cannot be used at the moment; try again after `Retry-After`")));

  private static final List<String> ALL = List.of("401", "403", "406", "503");
  private static final List<String> WITH_PARAMETERS = List.of("422");
  private static final List<String> WITH_PATH = List.of("404");
  private static final List<String> WITH_BODY = List.of("400", "413", "415", "422");

  /** Creates the filter. */
  public DescribedFailures() {
    // The server wants a public constructor without arguments.
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components = api.getComponents();
    TEXTS.forEach((status, text) -> components.addResponse("Problem" + status, response(text)));
    api.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .forEach(DescribedFailures::describe);
  }

  private static void describe(Operation operation) {
    APIResponses responses = operation.getResponses();
    add(responses, ALL);
    if (operation.getParameters() != null) {
      add(responses, WITH_PARAMETERS);
      if (operation.getParameters().stream()
          .anyMatch(parameter -> "path".equals(String.valueOf(parameter.getIn())))) {
        add(responses, WITH_PATH);
      }
    }
    if (operation.getRequestBody() != null) {
      add(responses, WITH_BODY);
    }
  }

  private static void add(APIResponses responses, List<String> statuses) {
    for (String status : statuses) {
      if (!responses.hasAPIResponse(status)) {
        responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("Problem" + status));
      }
    }
  }

  private static APIResponse response(String text) {
    Content content =
        OASFactory.createContent()
            .addMediaType(
                Problem.MEDIA_TYPE,
                OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    return OASFactory.createAPIResponse().description(text).content(content);
  }
}
