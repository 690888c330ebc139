package leakdetection.infrastructure.settings;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends the process at the start, where a product that goes on would be worse than none. */
public final class StartRefusal {

  private static final Logger LOG = Logger.getLogger(StartRefusal.class.getName());

  private StartRefusal() {}

  /**
   * Says why on one line, the last of the console, and ends the process with the status 1.
   *
   * @param reason names what is wrong, and what to do
   */
  public static void end(String reason) {
    LOG.log(Level.SEVERE, "The start was stopped: {0}", reason);
    // Not exit(): the server's farewell would hide the line that says why.
    Runtime.getRuntime().halt(1);
  }
}
