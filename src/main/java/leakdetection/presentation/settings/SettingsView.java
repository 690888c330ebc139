package leakdetection.presentation.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import leakdetection.application.settings.SettingsInForce;
import leakdetection.presentation.records.AdminRequest;

/** What the product runs with. */
@Named
@RequestScoped
public class SettingsView {

  @Inject AdminRequest request;
  @Inject SettingsInForce settings;

  /** A setting as the page shows it. */
  public record Row(String name, String value, String source, String sourceName, String allowed) {}

  /** Returns all settings. */
  public List<Row> getRows() {
    return settings.all().stream()
        .map(
            setting -> {
              String source = setting.source().name().toLowerCase(Locale.ROOT);
              return new Row(
                  setting.name(),
                  setting.value(),
                  source,
                  request.texts().get("source." + source),
                  request.texts().told(setting.allowed()));
            })
        .toList();
  }
}
