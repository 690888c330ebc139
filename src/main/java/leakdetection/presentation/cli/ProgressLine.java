package leakdetection.presentation.cli;

import java.io.PrintWriter;
import leakdetection.application.backtest.Progress;

/**
 * A progress bar on the last line of a terminal; silent where the error stream is no terminal.
 *
 * <p>Picocli has none. Called by one thread at a time, as {@link Progress} says.
 */
final class ProgressLine implements Progress, AutoCloseable {

  private static final int BAR = 30;
  private static final int DOING = 40;

  private final PrintWriter terminal;
  private final boolean isShown;
  private int lastPercent = -1;

  ProgressLine(PrintWriter terminal, boolean isShown) {
    this.terminal = terminal;
    this.isShown = isShown;
  }

  /** Tells whether somebody watches the error stream, as far as a program can know. */
  static boolean isWatched() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  @Override
  public void advanced(double share, String doing) {
    int percent = (int) (100 * share);
    if (!isShown || percent == lastPercent) {
      return;
    }
    lastPercent = percent;
    int filled = BAR * percent / 100;
    String text = doing.length() > DOING ? doing.substring(0, DOING) : doing;
    terminal.printf(
        "\r[%s%s] %3d %%  %-" + DOING + "s",
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        percent,
        text);
    terminal.flush();
  }

  @Override
  public void close() {
    if (lastPercent >= 0) {
      terminal.print("\r" + " ".repeat(BAR + DOING + 10) + "\r");
      terminal.flush();
    }
  }
}
