package leakdetection.presentation.events;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leakdetection.application.events.EventHistory;
import leakdetection.application.sensors.SensorOverview;
import leakdetection.application.sensors.SensorStatus;
import leakdetection.domain.RefusedException;
import leakdetection.domain.events.EventFilter;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;
import leakdetection.presentation.web.IsoInstant;
import leakdetection.presentation.web.PageView;

/** What {@code events/index.xhtml} shows: the events that the address asks for, a page of them. */
@Named
@RequestScoped
public class EventsView {

  private static final int SHOWN = 50;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Inject EventHistory history;
  @Inject SensorOverview overview;
  @Inject PageView page;
  @Inject HttpServletRequest request;

  private List<SensorEvent> events;
  private List<SystemEvent> messages;
  private Map<Long, SensorStatus> sensors;

  /** A sensor's event; {@code instant} is ISO-8601, {@code note} what is particular about it. */
  public record Row(
      long id,
      String type,
      String text,
      String note,
      long sensorId,
      String sensor,
      String template,
      String instant,
      String time) {}

  /** A message to the operators. */
  public record Message(String type, String text, String instant, String time) {}

  /** A choice of a filter. */
  public record Choice(String value, String label) {}

  /** Tells whether the messages are asked for, not the sensors' events. */
  public boolean isMessages() {
    return given("kind").equals("messages");
  }

  /** Returns what a filter is set to; empty for all. */
  public String given(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /** Returns the events, newest first. */
  public List<Row> getRows() {
    return events().stream().limit(SHOWN).map(this::row).toList();
  }

  /** Returns the messages, newest first. */
  public List<Message> getLines() {
    return messages().stream().limit(SHOWN).map(this::message).toList();
  }

  /** Returns the id that the next page goes on before; 0 for the last page. */
  public long getOlder() {
    if (isMessages()) {
      return messages().size() > SHOWN ? messages().get(SHOWN - 1).id() : 0;
    }
    return events().size() > SHOWN ? events().get(SHOWN - 1).id() : 0;
  }

  /** Returns the filters as a query, to be put behind an address. */
  public String getQuery() {
    String times =
        Stream.of("sensor", "template", "type")
            .filter(name -> !given(name).isEmpty())
            .map(name -> name + "=" + encoded(given(name)))
            .collect(Collectors.joining("&"));
    return Stream.of(times, bound("from"), bound("to"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("&"));
  }

  /** Returns the sensors to choose from, by name. */
  public List<Choice> getSensors() {
    return sensors().values().stream()
        .map(sensor -> new Choice(Long.toString(sensor.id()), sensor.name()))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  /** Returns the templates that carry sensors, by name. */
  public List<Choice> getTemplates() {
    return sensors().values().stream()
        .map(sensor -> new Choice(Long.toString(sensor.templateId()), sensor.template()))
        .distinct()
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private String bound(String name) {
    return time(name).map(at -> name + "=" + at).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<SensorEvent> events() {
    if (events == null) {
      try {
        events = history.ofSensors(filter(), before(), SHOWN + 1);
      } catch (RefusedException unknown) {
        events = List.of();
      }
    }
    return events;
  }

  private List<SystemEvent> messages() {
    if (messages == null) {
      messages = history.ofSystem(before(), SHOWN + 1);
    }
    return messages;
  }

  private Map<Long, SensorStatus> sensors() {
    if (sensors == null) {
      sensors =
          overview.all().stream().collect(Collectors.toMap(SensorStatus::id, status -> status));
    }
    return sensors;
  }

  private EventFilter filter() {
    return new EventFilter(
        number("sensor"),
        number("template"),
        WantedEvents.type(given("type")),
        time("from").orElse(Instant.MIN),
        time("to").orElse(Instant.MAX));
  }

  private long before() {
    return number("before").orElse(Long.MAX_VALUE);
  }

  private Optional<Long> number(String name) {
    return Optional.of(given(name)).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
  }

  /** A browser sends what its field shows: a date and a time, here of UTC. */
  private Optional<Instant> time(String name) {
    String text = given(name);
    String whole = text.length() == "2025-09-01T12:00".length() ? text + ":00Z" : text;
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(IsoInstant.parse(whole));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private Row row(SensorEvent event) {
    Optional<SensorStatus> sensor = Optional.ofNullable(sensors().get(event.sensorId()));
    String fault =
        event.condition().fault().map(it -> page.texts().get("fault." + it.label())).orElse("");
    String late = event.isJudgedLate() ? page.texts().get("event.late") : "";
    return new Row(
        event.id(),
        event.type().label(),
        page.texts().get("change." + event.type().label()),
        Stream.of(fault, late).filter(it -> !it.isEmpty()).collect(Collectors.joining(", ")),
        event.sensorId(),
        sensor.map(SensorStatus::name).orElse(""),
        sensor.map(SensorStatus::template).orElse(""),
        event.timestamp().toString(),
        TIME.format(event.timestamp()));
  }

  private Message message(SystemEvent event) {
    return new Message(
        event.type().label(),
        page.texts().told(event.message()),
        event.timestamp().toString(),
        TIME.format(event.timestamp()));
  }
}
