package leakdetection.infrastructure.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import leakdetection.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartRefusalIT {

  @TempDir private Path folder;

  @Test
  void badValueEndsTheServerWithOneLineThatSaysWhatIsAllowed() throws Exception {
    assertEndsWith(
        "The start was stopped: ANOMALY_DETECTION__ALERT is \"99\", but must be "
            + Variable.ANOMALY_DETECTION__ALERT.allowed()
            + ".",
        Map.of("ANOMALY_DETECTION__ALERT", "99"));
  }

  @Test
  void demoThatOthersCouldReachEndsTheServerWithOneLineThatSaysWhy() throws Exception {
    assertEndsWith(
        "The start was stopped: SERVER__HOST is \"*\", but must be 127.0.0.1, ::1 or localhost"
            + " while DEBUG is true, because whoever reaches the server is let in as engineer"
            + " without a password. Maybe set DEBUG=false, or DEMO__VISITOR=none.",
        Map.of("SERVER__HOST", "*"));
  }

  private void assertEndsWith(String line, Map<String, String> settings) throws Exception {
    try (ServerProcess server = new ServerProcess(folder, settings)) {
      server.start();

      assertThat(server.awaitEnd()).isEqualTo(1);
      List<String> console = Files.readAllLines(server.log());
      assertThat(console.get(console.size() - 1)).endsWith(line);
      assertThat(server.database()).doesNotExist();
    }
  }
}
