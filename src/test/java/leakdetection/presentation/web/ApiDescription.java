package leakdetection.presentation.web;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import leakdetection.RunningServer;

/** What the running server says of its API. */
public record ApiDescription(Map<String, Object> document) {

  private static final Set<String> METHODS = Set.of("get", "post", "patch", "put", "delete");

  /**
   * One operation.
   *
   * @param method upper case
   * @param path with the names of its parameters in braces
   */
  public record Operation(String method, String path, Map<String, Object> description) {

    /** Tells whether the operation answers a request of this method and path. */
    boolean answers(String otherMethod, String otherPath) {
      return method.equals(otherMethod)
          && otherPath.matches(path.replaceAll("\\{[^}]+}", "[^/]+").replace(".", "\\."));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  public static ApiDescription ofServer() throws IOException, InterruptedException {
    return new ApiDescription(JSON.std.mapFrom(RunningServer.get("/openapi?format=JSON").body()));
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    members(document, "paths")
        .forEach(
            (path, item) ->
                asMap(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            operations.add(
                                new Operation(
                                    method.toUpperCase(Locale.ROOT), path, asMap(operation)));
                          }
                        }));
    return operations;
  }

  /**
   * Returns a member that is an object; empty where there is none; what it refers to, if it does.
   */
  Map<String, Object> members(Map<String, Object> object, String member) {
    Map<String, Object> found = asMap(object.getOrDefault(member, Map.of()));
    return found.get("$ref") instanceof String reference ? resolve(reference) : found;
  }

  private Map<String, Object> resolve(String reference) {
    Map<String, Object> found = document;
    for (String name : reference.substring("#/".length()).split("/")) {
      found = asMap(found.get(name));
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> asMap(Object value) {
    return (Map<String, Object>) value;
  }
}
