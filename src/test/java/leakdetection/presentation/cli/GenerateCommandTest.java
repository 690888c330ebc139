package leakdetection.presentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {

  @TempDir private Path folder;

  @Test
  void writesTheDemoBelowTheFolder() throws Exception {
    CommandLine commandLine = LeakDetectionCli.commandLine();
    StringWriter out = new StringWriter();
    commandLine.setOut(new PrintWriter(out));

    int exit = commandLine.execute("generate", "--output", folder.toString(), "--seed", "3");

    assertThat(exit).isZero();
    assertThat(out.toString()).startsWith("Wrote 35 files");
    assertThat(folder.resolve("mock/demo.json")).exists();
    assertThat(Files.readAllLines(folder.resolve("seed/baselines/initial/high.txt")))
        .hasSize(4_320);
  }
}
