package leakdetection.infrastructure.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import leakdetection.application.settings.ProductSettings.Log;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir private Path folder;

  @Test
  void messageHasItsTimeLevelThreadAndClassOnOneLine() throws IOException {
    Handler handler = LogFile.open(folder, new Log(Level.INFO, 10_000, 2));
    handler.publish(message(Level.INFO, "Sensor {0} was mounted."));
    handler.publish(message(Level.FINE, "Nobody wants to know."));
    handler.close();

    assertThat(Files.readAllLines(folder.resolve("leak-detection.0.log")))
        .containsExactly(
            "2026-01-02T03:04:05.678Z INFO    [7] LogFileTest: Sensor 19XT1 was mounted.");
  }

  @Test
  void fullFilesAreKeptUpToTheirNumber() throws IOException {
    Handler handler = LogFile.open(folder, new Log(Level.INFO, 1_000, 3));
    for (int i = 0; i < 200; i++) {
      handler.publish(message(Level.INFO, "Sensor {0} was mounted."));
    }
    handler.close();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(file -> assertThat(Files.size(file)).isBetween(1L, 2_000L));
    }
  }

  @Test
  void failureIsToldWithItsStack() throws IOException {
    LogRecord failure = message(Level.SEVERE, "It failed.");
    failure.setThrown(new IOException("no space"));

    assertThat(new LogLine().format(failure))
        .contains("SEVERE", "It failed.", "java.io.IOException: no space", "at leakdetection");
  }

  private static LogRecord message(Level level, String text) {
    LogRecord message = new LogRecord(level, text);
    message.setInstant(Instant.parse("2026-01-02T03:04:05.678901Z"));
    message.setLoggerName(LogFileTest.class.getName());
    message.setLongThreadID(7);
    message.setParameters(new Object[] {"19XT1"});
    return message;
  }
}
