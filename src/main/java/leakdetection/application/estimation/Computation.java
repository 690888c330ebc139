package leakdetection.application.estimation;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** One long computation that can be called off while it computes. Thread-safe. */
public final class Computation {

  private final Subject subject;
  private boolean cancelled;
  private Thread thread;

  Computation(Subject subject) {
    this.subject = subject;
  }

  /** What a computation is about. */
  public enum Kind {
    /** Looking for the leak that a sensor sees. */
    ESTIMATION,
    /** The detection limits of a template. */
    DETECTION_LIMITS
  }

  /**
   * What a computation is about.
   *
   * @param id of the sensor or the template
   */
  public record Subject(Kind kind, long id) {}

  Subject subject() {
    return subject;
  }

  /**
   * Runs work whose thread is interrupted when the computation is called off. It must not touch
   * files or the database: an interrupt would harm them.
   *
   * @throws CancellationException if it was called off
   */
  public <T> T interruptibly(Supplier<T> work) {
    synchronized (this) {
      if (cancelled) {
        throw new CancellationException("The computation was cancelled.");
      }
      thread = Thread.currentThread();
    }
    try {
      return work.get();
    } finally {
      synchronized (this) {
        thread = null;
        if (cancelled) {
          // The thread goes on to other work.
          Thread.interrupted();
        }
      }
    }
  }

  synchronized void cancel() {
    cancelled = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
