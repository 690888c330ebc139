package leakdetection.presentation.events;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.RefusedException;
import leakdetection.domain.events.EventFilter;
import leakdetection.domain.events.SensorEventType;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which sensor events a request asks for. */
public class WantedEvents {

  @QueryParam("sensor")
  @Parameter(description = "One sensor's id; all of them when not given", example = "1")
  Long sensor;

  @QueryParam("template")
  @Parameter(description = "The id of the template that carries the sensors", example = "1")
  Long template;

  @QueryParam("type")
  @Parameter(
      description = "critical, ok or not_available; all when not given",
      example = "critical")
  String type;

  /** Creates a bean to be filled in. */
  public WantedEvents() {
    // Jakarta REST wants a public constructor without arguments.
  }

  EventFilter filter(TimeRange range) {
    return new EventFilter(
        Optional.ofNullable(sensor),
        Optional.ofNullable(template),
        type(type),
        range.from(),
        range.to());
  }

  static Optional<SensorEventType> type(String label) {
    if (label == null || label.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(SensorEventType.values())
            .filter(known -> known.label().equals(label))
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Reason.INVALID,
                        List.of("query", "type"),
                        "The type must be critical, ok or not_available.")));
  }
}
