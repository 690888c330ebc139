package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.events.SystemEvents;
import leakdetection.domain.events.SystemEventType;

/** Tells the operators which plug-ins came and went, and lets the sensors concerned go on. */
@ApplicationScoped
public class PluginChanges {

  private static final Logger LOG = Logger.getLogger(PluginChanges.class.getName());

  @Inject SystemEvents systemEvents;
  @Inject DetectionPipeline pipeline;

  /** Tells what was refused at the start. */
  public void atStart(DetectorCatalogue catalogue) {
    catalogue.refused().forEach(this::tellRefused);
    catalogue.installed().stream()
        .filter(detector -> !detector.sha256().isEmpty())
        .forEach(PluginChanges::log);
  }

  /** Tells what changed and lets the sensors concerned go on. */
  public void apply(CatalogueChanges changes) {
    changes.added().forEach(PluginChanges::log);
    changes
        .added()
        .forEach(
            detector ->
                tell("Detector %s of plug-in %s was installed.", detector, SystemEventType.INFO));
    changes
        .removed()
        .forEach(
            detector ->
                tell("Detector %s of plug-in %s was removed.", detector, SystemEventType.INFO));
    changes.refused().forEach(this::tellRefused);
    pipeline.renewJudges();
  }

  private void tell(String format, InstalledDetector detector, SystemEventType type) {
    systemEvents.raise(type, format.formatted(detector.id(), detector.source()), null);
  }

  private void tellRefused(RefusedPlugin plugin) {
    systemEvents.raise(SystemEventType.ALERT_CRITICAL, plugin.reason(), null);
  }

  private static void log(InstalledDetector detector) {
    LOG.log(
        Level.INFO,
        "Detector {0} was installed from {1}, SHA-256 {2}.",
        new Object[] {detector.id(), detector.source(), detector.sha256()});
  }
}
