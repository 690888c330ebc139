package leakdetection.presentation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import leakdetection.application.demo.DemoFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the generated files of the project again. */
@Command(
    name = "generate",
    description = "Writes the demo data and the bank of baselines: mock/ and seed/baselines/.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Option(
      names = {"-o", "--output"},
      defaultValue = ".",
      description = "Folder to write them below, the project's root (default: here).")
  private Path output;

  @Option(
      names = "--seed",
      defaultValue = "" + DemoFiles.SEED,
      description = "Same seed, same bytes (default: ${DEFAULT-VALUE}, the project's own).")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    int count = DemoFiles.write(seed, output);
    spec.commandLine()
        .getOut()
        .println("Wrote " + count + " files below " + output.toAbsolutePath().normalize() + ".");
    return 0;
  }
}
