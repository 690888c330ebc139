package leakdetection.application.detection;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/**
 * The call into a plug-in that is under way, if any, so that one that does not return is noticed.
 * One thread calls at a time; another one, always the same, looks.
 */
public final class PluginCall {

  /** How long a call may take, nanoseconds. */
  private static final long PATIENCE = 3_500_000_000L;

  /** How much a call must have computed meanwhile, so that a slow machine is not blamed on it. */
  private static final long COMPUTED = 1_500_000_000L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  // 0 while there is none.
  private volatile long began;
  private volatile Thread caller;

  // Touched only by the one who looks.
  private long lookedAt;
  private long computedBefore;

  // A lock may have been waited for at the one moment of a look.
  private boolean waited;

  /** Makes a call. */
  public <T> T make(Supplier<T> code) {
    caller = Thread.currentThread();
    began = System.nanoTime() | 1;
    try {
      return code.get();
    } finally {
      began = 0;
    }
  }

  /** Tells whether the call does not return, be it that it waits or that it computes for ever. */
  public boolean isHung() {
    long since = began;
    if (since == 0) {
      lookedAt = 0;
      return false;
    }
    long computed = THREADS.getThreadCpuTime(caller.getId());
    if (since != lookedAt) {
      lookedAt = since;
      computedBefore = computed;
    }
    boolean waits = caller.getState() != Thread.State.RUNNABLE;
    boolean waitsOn = waits && waited;
    waited = waits;
    return System.nanoTime() - since > PATIENCE
        && (waitsOn || computed - computedBefore > COMPUTED)
        && began == since;
  }

  /** Asks the call, if one is under way, to end; nothing can make it. */
  public void interrupt() {
    if (began != 0) {
      caller.interrupt();
    }
  }
}
