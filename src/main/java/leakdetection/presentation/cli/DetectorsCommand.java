package leakdetection.presentation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.Parameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the detectors with their settings. */
@Command(
    name = "detectors",
    description = "Lists the detectors with their thresholds and settings.",
    mixinStandardHelpOptions = true)
final class DetectorsCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private DetectorCatalogueOptions catalogues;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command.commandLine().getOut();
    try (Threads threads = new Threads("detectors");
        DetectorCatalogue catalogue = catalogues.open(threads.pool())) {
      catalogue.installed().forEach(detector -> print(out, detector));
    }
    return 0;
  }

  private static void print(PrintWriter out, InstalledDetector detector) {
    DetectorDescriptor descriptor = detector.descriptor();
    out.printf(
        "%s  %s (%s)%n  %s%n  warning at %s %%, critical at %s %%%n",
        descriptor.id(),
        descriptor.name(),
        detector.source(),
        descriptor.summary(),
        Plain.number(descriptor.warning()),
        Plain.number(descriptor.critical()));
    for (Parameter parameter : descriptor.parameters()) {
      out.printf(
          "  --set %s=%s  %s to %s%s. %s%n",
          parameter.name(),
          Plain.number(parameter.defaultValue()),
          Plain.number(parameter.min()),
          Plain.number(parameter.max()),
          parameter.unit().isEmpty() ? "" : " " + parameter.unit(),
          parameter.help());
    }
    out.println();
  }
}
