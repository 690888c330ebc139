package leakdetection.presentation.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to whatever could not be done: problem details (RFC 9457) that carry, as an extension,
 * one result for each thing that is wrong.
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what is allowed
 * @param instance the path that was asked for
 * @param results each thing that is wrong, with the member of the request that it is about
 */
@Schema(
    name = "Problem",
    examples =
        """
        {"type": "about:blank", "title": "Unprocessable Content", "status": 422,
         "detail": "The coordinate x (20000.0 m) must be from -10,000 to 10,000 m.",
         "instance": "/api/templates/1/sensors",
         "results": [{"message": "The coordinate x (20000.0 m) must be from -10,000 to 10,000 m.",
                      "path": ["body", "x"]}]}""")
public record Problem(
    String type, String title, int status, String detail, String instance, List<Result> results) {

  /** The media type of problem details. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One thing that is wrong.
   *
   * @param message what is wrong and what is allowed
   * @param path the part of the request that it is about, outermost first; empty for all of it
   */
  @Schema(name = "ProblemResult")
  public record Result(String message, List<String> path) {}

  /** Returns the problem of one fact. */
  public static Problem of(int status, String instance, String message, List<String> path) {
    return of(status, instance, List.of(new Result(message, path)));
  }

  /** Returns the problem of a refusal with those that it carries. */
  static Problem of(int status, String instance, RefusedException refusal) {
    return of(
        status,
        instance,
        Refusals.of(refusal).stream().map(r -> new Result(r.getMessage(), r.path())).toList());
  }

  private static Problem of(int status, String instance, List<Result> results) {
    String detail = String.join(" ", results.stream().map(Result::message).toList());
    return new Problem("about:blank", title(status), status, detail, instance, results);
  }

  /** Returns the answer, to which headers may be added. */
  Response.ResponseBuilder answer() {
    return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
  }

  private static String title(int status) {
    if (status == 422) {
      return "Unprocessable Content";
    }
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Problem" : known.getReasonPhrase();
  }
}
