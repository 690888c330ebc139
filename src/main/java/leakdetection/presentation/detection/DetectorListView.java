package leakdetection.presentation.detection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.RefusedPlugin;
import leakdetection.application.settings.ProductSettings;
import leakdetection.presentation.records.AdminRequest;
import leakdetection.spi.Parameter;

/** The detectors that are installed, with every setting, and the plug-ins that were refused. */
@Named
@RequestScoped
public class DetectorListView {

  @Inject DetectorCatalogue catalogue;
  @Inject ProductSettings settings;
  @Inject AdminRequest request;

  /** A detector as the page shows it; thresholds in percent. */
  public record Row(
      String id,
      String name,
      String summary,
      String reference,
      String warning,
      String critical,
      String source,
      String sha256,
      List<Setting> settings) {}

  /** A setting of a detector. */
  public record Setting(String label, String unit, String usual, String bounds, String help) {}

  /** Returns the installed detectors. */
  public List<Row> getInstalled() {
    return catalogue.installed().stream().map(this::row).toList();
  }

  private Row row(InstalledDetector detector) {
    var descriptor = detector.descriptor();
    DetectorTexts said = new DetectorTexts(descriptor, request.texts());
    return new Row(
        detector.id(),
        said.name(),
        said.summary(),
        descriptor.reference(),
        DetectorFields.plain(descriptor.warning()),
        DetectorFields.plain(descriptor.critical()),
        detector.isBuiltIn() ? "" : detector.source(),
        detector.sha256(),
        descriptor.parameters().stream().map(parameter -> setting(parameter, said)).toList());
  }

  private static Setting setting(Parameter parameter, DetectorTexts said) {
    return new Setting(
        said.label(parameter),
        said.unit(parameter),
        DetectorFields.plain(parameter.defaultValue()),
        DetectorFields.plain(parameter.min()) + " – " + DetectorFields.plain(parameter.max()),
        said.help(parameter));
  }

  /** Returns the plug-ins that were refused, with the reason. */
  public List<RefusedPluginRow> getRefused() {
    return catalogue.refused().stream().map(this::refused).toList();
  }

  /** A refused plug-in as the page shows it. */
  public record RefusedPluginRow(String source, String sha256, String reason) {}

  private RefusedPluginRow refused(RefusedPlugin plugin) {
    return new RefusedPluginRow(
        plugin.source(), plugin.sha256(), request.texts().told(plugin.reason()));
  }

  /** Returns the folder that plug-ins are put into. */
  public String getFolder() {
    return settings.folders().plugins().toString();
  }
}
