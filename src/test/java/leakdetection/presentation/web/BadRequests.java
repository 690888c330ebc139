package leakdetection.presentation.web;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Requests that are refused: method, path, content type, body; status, path and message. */
final class BadRequests {

  static final String TEMPLATES = "/fields/1/templates";
  static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  private BadRequests() {}

  static Stream<Arguments> all() {
    return Stream.of(
            bodies(),
            Stream.of(
                arguments("PUT", "/fields", null, null, 405, "", "GET"),
                arguments("DELETE", "/fields", null, null, 405, "", "GET"),
                arguments("POST", "/sensors/1", JSON, "{}", 405, "", "PATCH"),
                arguments("GET", "/nothing", null, null, 404, "", "/docs"),
                arguments("GET", "/sensors/1/nothing", null, null, 404, "", "/docs"),
                arguments("GET", "/templates/987654321", null, null, 404, "path.id", "987654321"),
                arguments("GET", "/sensors/987654321", null, null, 404, "path.id", "987654321"),
                arguments("GET", "/sensors/-1", null, null, 404, "path.id", "-1"),
                arguments("GET", "/sensors/abc", null, null, 422, "path.id", "whole number"),
                arguments("GET", "/sensors/1.5", null, null, 422, "path.id", "whole number"),
                arguments("GET", "/sensors/%F0%9F%92%A7", null, null, 422, "path.id", "number"),
                arguments(
                    "GET", "/sensors/99999999999999999999", null, null, 422, "path.id", "number"),
                arguments("DELETE", "/sensors/987654321", null, null, 404, "path.id", "987654321"),
                arguments("DELETE", "/templates/987654321", null, null, 404, "path.id", "no templ"),
                arguments("GET", "/fields/5/templates", null, null, 404, "path.fieldId", "1 to 4"),
                arguments("GET", "/fields/0/templates", null, null, 404, "path.fieldId", "1 to 4"),
                arguments("GET", "/templates/987654321/sensors", null, null, 404, "path.id", "987"),
                arguments("GET", "/sensors?pinned=maybe", null, null, 422, "query.pinned", "true"),
                arguments("GET", "/sensors?limit=0", null, null, 422, "query.limit", "1 to 1000"),
                arguments(
                    "GET", "/sensors?limit=1001", null, null, 422, "query.limit", "1 to 1000"),
                arguments("GET", "/sensors?limit=ten", null, null, 422, "query.limit", "number"),
                arguments("GET", "/sensors?cursor=x", null, null, 422, "query.cursor", "next"),
                arguments("GET", "/events/sensors/987654321", null, null, 404, "path.id", "987"),
                arguments(
                    "GET", "/events/system?cursor=%20", null, null, 422, "query.cursor", "\""),
                arguments(
                    "DELETE", "/templates/1?cascade=1", null, null, 422, "query.cascade", "t"),
                arguments(
                    "GET",
                    "/sensors/1/time-series-data?from=yesterday",
                    null,
                    null,
                    422,
                    "query.from",
                    "2021-04-05T14:06:57Z"),
                arguments(
                    "GET",
                    "/sensors/1/time-series-data?to=%2B999999999-12-31T23:59:59Z",
                    null,
                    null,
                    422,
                    "query.to",
                    "must be a time"),
                arguments(
                    "GET",
                    "/sensors/987654321/anomaly-detections",
                    null,
                    null,
                    404,
                    "path.id",
                    "987"),
                arguments(
                    "PATCH", "/sensors/987654321/pin/toggle", null, null, 404, "path.id", "987"),
                arguments(
                    "POST",
                    "/sensors/987654321/time-series-data/import",
                    CSV,
                    "a",
                    404,
                    "path.id",
                    "987"),
                arguments(
                    "POST", "/sensors/1/time-series-data/import", JSON, "{}", 415, "", "text/csv"),
                arguments(
                    "PUT",
                    "/sensors/1/reading-rules",
                    JSON,
                    "{\"spike\": 1}",
                    422,
                    "body.spike",
                    "spikePpmv"),
                arguments("PATCH", "/templates/987654321", JSON, "{}", 404, "path.id", "987"),
                arguments("PATCH", "/sensors/987654321", JSON, "{}", 404, "path.id", "987")))
        .flatMap(rows -> rows);
  }

  /** What can be wrong with a body, tried on the one operation. */
  private static Stream<Arguments> bodies() {
    String long256 = "a".repeat(256);
    return Stream.of(
        body("", 400, "body", "empty"),
        body("   ", 400, "body", "empty"),
        body("{", 400, "body", "JSON"),
        body("{\"name\": }", 400, "body", "line 1, column"),
        body("{\"name\": \"a\",\n \"angleFromNorth\": 1,}", 400, "body", "line 2"),
        body("{\"name\": 'a'}", 400, "body", "JSON"),
        body("{} {}", 400, "body", "JSON"),
        body("[".repeat(50_000), 400, "body", "JSON"),
        body("\uFFFF", 400, "body", "JSON"),
        body("[]", 422, "body", "object"),
        body("null", 422, "body", "object"),
        body("\"name\"", 422, "body", "object"),
        body("42", 422, "body", "object"),
        body("{\"name\": \"%s\"}".formatted("a".repeat(1 << 20)), 413, "body", "1048576"),
        body("{\"angleFromNorth\": 1}", 422, "body.name", "empty"),
        body("{\"name\": null, \"angleFromNorth\": 1}", 422, "body.name", "empty"),
        body("{\"name\": \"\", \"angleFromNorth\": 1}", 422, "body.name", "empty"),
        body("{\"name\": 5, \"angleFromNorth\": 1}", 422, "body.name", "text"),
        body("{\"name\": [], \"angleFromNorth\": 1}", 422, "body.name", "text"),
        body("{\"name\": \"a\\u0000\", \"angleFromNorth\": 1}", 422, "body.name", "control"),
        body(
            "{\"name\": \"%s\", \"angleFromNorth\": 1}".formatted(long256),
            422,
            "body.name",
            "255"),
        template("", 422, "body.angleFromNorth", "number"),
        template("\"angleFromNorth\": null", 422, "body.angleFromNorth", "number"),
        template("\"angleFromNorth\": \"\"", 422, "body.angleFromNorth", "number"),
        template("\"angleFromNorth\": \"north\"", 422, "body.angleFromNorth", "north"),
        template("\"angleFromNorth\": \"NaN\"", 422, "body.angleFromNorth", "NaN"),
        template("\"angleFromNorth\": \"0x10\"", 422, "body.angleFromNorth", "0x10"),
        template("\"angleFromNorth\": true", 422, "body.angleFromNorth", "true"),
        template("\"angleFromNorth\": {}", 422, "body.angleFromNorth", "object"),
        template("\"angleFromNorth\": -0.1", 422, "body.angleFromNorth", "360 degrees"),
        template("\"angleFromNorth\": 360.1", 422, "body.angleFromNorth", "360 degrees"),
        template("\"angleFromNorth\": 1e999", 422, "body.angleFromNorth", "999"),
        template("\"angleFromNorth\": 1e-999999999999", 400, "body", "number"),
        optional("\"height\": -1", "body.height", "m"),
        optional("\"height\": \"high\"", "body.height", "high"),
        optional("\"zRoof\": 5", "body.length", "roof"),
        optional("\"internalVolume\": 1e7", "body.internalVolume", "1,000,000 m3"),
        optional("\"porosity\": 0.5", "body.porosity", "object"),
        optional("\"porosity\": {\"fore\": 1.5}", "body.porosity", "1.5"),
        optional("\"porosity\": {\"aft\": \"x\"}", "body.porosity.aft", "number"),
        optional("\"inclination\": {\"port\": 91}", "body.inclination", "degrees"),
        optional("\"currentsPath\": \"/etc/passwd\"", "body.currentsPath", "below"),
        optional("\"wavesPath\": \"a/../../b\"", "body.wavesPath", ".."),
        optional("\"simulatedLeaksPath\": \"C:\\\\b\"", "body.simulatedLeaksPath", "below"),
        optional("\"simulatedLeaksPath\": 7", "body.simulatedLeaksPath", "text"),
        arguments("POST", TEMPLATES, "text/plain", "{}", 415, "", "application/json"),
        arguments("POST", TEMPLATES, "application/xml", "<a/>", 415, "", "application/json"),
        arguments("POST", TEMPLATES, "multipart/form-data", "a", 415, "", "application/json"),
        arguments("POST", TEMPLATES, null, "{}", 415, "", "application/json"),
        arguments("POST", "/fields/7/templates", JSON, "{}", 422, "body.name", "empty"),
        arguments(
            "POST",
            "/templates/987654321/sensors",
            JSON,
            "{\"name\": \"a\", \"x\": 0, \"y\": 0, \"z\": 0}",
            404,
            "path.id",
            "987"),
        arguments(
            "POST",
            "/templates/1/sensors",
            JSON,
            "{\"name\": \"a\", \"x\": 1e5, \"y\": 0}",
            422,
            "body.z",
            "number"));
  }

  private static Arguments body(String body, int status, String path, String message) {
    return arguments("POST", TEMPLATES, JSON, body, status, path, message);
  }

  private static Arguments template(String members, int status, String path, String message) {
    String comma = members.isEmpty() ? "" : ", ";
    return body("{\"name\": \"Refused\"%s%s}".formatted(comma, members), status, path, message);
  }

  private static Arguments optional(String members, String path, String message) {
    return template("\"angleFromNorth\": 1, " + members, 422, path, message);
  }
}
