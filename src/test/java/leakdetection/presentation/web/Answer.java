package leakdetection.presentation.web;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API answered, as a client sees it. */
public record Answer(HttpResponse<String> response) {

  public int status() {
    return response.statusCode();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  public String body() {
    return response.body();
  }

  /** Returns the members of the answered object. */
  public Map<String, Object> members() {
    try {
      return JSON.std.mapFrom(response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Returns the one object that was answered. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> result() {
    return (Map<String, Object>) members().get("result");
  }

  /** Returns the objects that were answered. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> list() {
    return (List<Map<String, Object>>) members().get("result");
  }

  /** Returns the id of the one object that was answered. */
  public long id() {
    return ((Number) result().get("id")).longValue();
  }

  /** Returns the failures that were answered. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> failures() {
    return (List<Map<String, Object>>) members().get("results");
  }

  /** Returns the members that the failures are about, such as {@code body.name}. */
  public List<String> failedPaths() {
    return failures().stream()
        .map(
            failure ->
                String.join(
                    ".", ((List<?>) failure.get("path")).stream().map(String::valueOf).toList()))
        .toList();
  }
}
