package leakdetection.presentation.sensors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import leakdetection.application.events.EventHistory;
import leakdetection.application.sensors.SensorOverview;
import leakdetection.application.sensors.SensorState;
import leakdetection.application.sensors.SensorStatus;
import leakdetection.domain.events.EventFilter;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;
import leakdetection.presentation.web.PageView;
import leakdetection.presentation.web.Texts;

/** What {@code index.xhtml} shows at first; from then on its script keeps it current. */
@Named
@RequestScoped
public class SensorOverviewView {

  private static final int SHOWN_EVENTS = 8;
  @Inject SensorOverview overview;
  @Inject EventHistory events;
  @Inject PageView page;

  private List<SensorStatus> all;

  /**
   * One line of what happened: the sensor (0 and empty for none), the type's label, a text and a
   * time in UTC.
   */
  public record Line(long sensorId, String sensor, String type, String text, String time) {}

  /** A state, as people say it, and how many sensors are in it. */
  public record Count(String state, String word, long sensors) {}

  /** Returns the sensors, worst first. */
  public List<SensorRow> getSensors() {
    Texts texts = page.texts();
    return statuses().stream().map(status -> SensorRow.of(status, texts)).toList();
  }

  /** Returns how many sensors are in each state, worst first. */
  public List<Count> getCounts() {
    Map<SensorState, Long> sensors =
        statuses().stream()
            .collect(Collectors.groupingBy(SensorStatus::state, Collectors.counting()));
    return Arrays.stream(SensorState.values())
        .map(
            state ->
                new Count(
                    state.label(),
                    SensorRow.wordOf(state, page.texts()),
                    sensors.getOrDefault(state, 0L)))
        .toList();
  }

  /** Returns the whole situation in one sentence; the worst counts. */
  public String getHeadline() {
    int sensors = statuses().size();
    return getCounts().stream()
        .filter(count -> count.sensors() > 0)
        .findFirst()
        .map(worst -> page.texts().get("headline." + worst.state(), worst.sensors(), sensors))
        .orElseGet(() -> page.texts().get("headline.none"));
  }

  /** Returns the label of the worst state that any sensor is in; normal without sensors. */
  public String getWorst() {
    return statuses().stream()
        .findFirst()
        .map(status -> status.state().label())
        .orElse(SensorState.OK.label());
  }

  /** Returns the last changes of sensors' states, newest first. */
  public List<Line> getChanges() {
    Map<Long, String> names =
        statuses().stream().collect(Collectors.toMap(SensorStatus::id, SensorStatus::name));
    return events.ofSensors(EventFilter.ALL, Long.MAX_VALUE, SHOWN_EVENTS).stream()
        .map(event -> line(event, names.getOrDefault(event.sensorId(), "")))
        .toList();
  }

  /** Returns the last messages to the operators, newest first. */
  public List<Line> getMessages() {
    return events.ofSystem(Long.MAX_VALUE, SHOWN_EVENTS).stream().map(this::line).toList();
  }

  private List<SensorStatus> statuses() {
    if (all == null) {
      all = overview.all();
    }
    return all;
  }

  private Line line(SensorEvent event, String sensor) {
    String text = page.texts().get("change." + event.type().label());
    return new Line(
        event.sensorId(),
        sensor,
        event.type().label(),
        text,
        SensorRow.TIME.format(event.timestamp()));
  }

  private Line line(SystemEvent event) {
    return new Line(
        0,
        "",
        event.type().label(),
        page.texts().told(event.message()),
        SensorRow.TIME.format(event.timestamp()));
  }
}
