package leakdetection.presentation.sensors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import leakdetection.application.events.EventHistory;
import leakdetection.application.sensors.SensorOverview;
import leakdetection.application.sensors.SensorState;
import leakdetection.application.sensors.SensorStatus;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;
import leakdetection.presentation.web.PageView;
import leakdetection.presentation.web.Texts;

/** What {@code index.xhtml} shows at first; from then on its script keeps it current. */
@Named
@RequestScoped
public class SensorOverviewView {

  private static final int SHOWN_EVENTS = 8;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Inject SensorOverview overview;
  @Inject EventHistory events;
  @Inject PageView page;

  private List<SensorStatus> all;

  /**
   * A sensor as the page shows it.
   *
   * @param state the state's label, for style sheet and script
   * @param word the state as people say it
   * @param ppmv with one decimal; a dash before the first reading
   * @param instant ISO-8601; empty before the first reading
   * @param time in UTC; empty before the first reading
   */
  public record Row(
      long id,
      String name,
      String field,
      long templateId,
      String template,
      String state,
      String word,
      String ppmv,
      String instant,
      String time) {

    private static Row of(SensorStatus status, Texts texts) {
      return new Row(
          status.id(),
          status.name(),
          capitalised(status.field()),
          status.templateId(),
          status.template(),
          status.state().label(),
          wordOf(status.state(), texts),
          status.timestamp().map(at -> number(status.ppmv(), texts)).orElse("–"),
          status.timestamp().map(Instant::toString).orElse(""),
          status.timestamp().map(TIME::format).orElse(""));
    }
  }

  /**
   * One line of what happened: the sensor (0 and empty for none), the type's label, a text and a
   * time in UTC.
   */
  public record Line(long sensorId, String sensor, String type, String text, String time) {}

  /** A state, as people say it, and how many sensors are in it. */
  public record Count(String state, String word, long sensors) {}

  /** Returns the sensors, worst first. */
  public List<Row> getSensors() {
    Texts texts = page.texts();
    return statuses().stream().map(status -> Row.of(status, texts)).toList();
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
                    state.label(), wordOf(state, page.texts()), sensors.getOrDefault(state, 0L)))
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
    return events.ofSensors(Optional.empty(), Long.MAX_VALUE, SHOWN_EVENTS).stream()
        .map(event -> line(event, names.getOrDefault(event.sensorId(), "")))
        .toList();
  }

  /** Returns the last messages to the operators, newest first. */
  public List<Line> getMessages() {
    return events.ofSystem(Long.MAX_VALUE, SHOWN_EVENTS).stream()
        .map(SensorOverviewView::line)
        .toList();
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
        event.sensorId(), sensor, event.type().label(), text, TIME.format(event.timestamp()));
  }

  private static Line line(SystemEvent event) {
    return new Line(0, "", event.type().label(), event.message(), TIME.format(event.timestamp()));
  }

  private static String wordOf(SensorState state, Texts texts) {
    return texts.get("state." + state.label());
  }

  private static String number(double ppmv, Texts texts) {
    return String.format(texts.locale(), "%,.1f", ppmv);
  }

  private static String capitalised(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
