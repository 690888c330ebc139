package leakdetection.presentation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.DetectorCatalogueOpener;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which detectors there are. */
final class DetectorCatalogueOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Also load the detectors of the jars in this folder.")
  private Path plugins;

  /** Opens the catalogue; refused plug-ins are named on the error stream. */
  DetectorCatalogue open(Executor executor) throws IOException {
    DetectorCatalogue catalogue =
        Services.only(DetectorCatalogueOpener.class).open(Optional.ofNullable(plugins), executor);
    catalogue
        .refused()
        .forEach(plugin -> command.commandLine().getErr().println("Refused: " + plugin.reason()));
    return catalogue;
  }
}
