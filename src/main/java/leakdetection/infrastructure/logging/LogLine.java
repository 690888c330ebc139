package leakdetection.infrastructure.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A message on a line: its time in UTC, its level, the thread, the class that tells it, the
 * message; and the stack trace below it where there is one.
 */
final class LogLine extends Formatter {

  @Override
  public String format(LogRecord line) {
    String name = line.getLoggerName() == null ? "" : line.getLoggerName();
    return "%s %-7s [%d] %s: %s%n%s"
        .formatted(
            line.getInstant().truncatedTo(ChronoUnit.MILLIS),
            line.getLevel().getName(),
            line.getLongThreadID(),
            name.substring(name.lastIndexOf('.') + 1),
            formatMessage(line),
            stackTrace(line.getThrown()));
  }

  private static String stackTrace(Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
