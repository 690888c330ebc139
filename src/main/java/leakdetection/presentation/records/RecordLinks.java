package leakdetection.presentation.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import leakdetection.application.records.RecordKind;
import leakdetection.application.records.RecordKinds;
import leakdetection.application.records.RecordRow;

/** Where one may want to go from a record. */
@ApplicationScoped
public class RecordLinks {

  /** An address with what it is called. */
  public record Link(String label, String address) {}

  /** Returns the links of a record. */
  public List<Link> of(RecordKind kind, RecordRow row, AdminTexts texts) {
    if (kind.equals(RecordKinds.SENSORS)) {
      return ofSensor(row, texts);
    }
    if (kind.equals(RecordKinds.TEMPLATES)) {
      return List.of(
          new Link(
              texts.kind("sensors"), list("sensors", "q", row.values().get("name").toString())),
          new Link(texts.get("map"), "/admin/map.xhtml?template=" + row.id()));
    }
    if (kind.equals(RecordKinds.BASELINES)) {
      return List.of(new Link(texts.get("export"), "/api/baselines/" + row.id()));
    }
    if (kind.equals(RecordKinds.JOBS) && "backtest".equals(row.values().get("kind"))) {
      return List.of(new Link(texts.get("result"), "/admin/backtest.xhtml?id=" + row.id()));
    }
    return List.of();
  }

  private static List<Link> ofSensor(RecordRow row, AdminTexts texts) {
    String name = row.values().get("name").toString();
    Stream<Link> own =
        Stream.of(
            new Link(texts.get("sensorPage"), "/sensors/sensor.xhtml?id=" + row.id()),
            new Link(texts.get("detectorOf"), "/admin/detector.xhtml?sensor=" + row.id()),
            new Link(texts.get("rulesOf"), "/admin/rules.xhtml?sensor=" + row.id()));
    Stream<Link> lists =
        RecordKinds.ALL.stream()
            .filter(RecordKind::isOfSensors)
            .map(of -> new Link(texts.kind(of.name()), list(of.name(), RecordKind.SENSOR, name)));
    return Stream.concat(own, lists).toList();
  }

  private static String list(String of, String name, String value) {
    return "/admin/records.xhtml?of=%s&%s=%s"
        .formatted(of, name, URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
