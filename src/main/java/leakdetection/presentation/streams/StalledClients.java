package leakdetection.presentation.streams;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks now and then for clients that have stopped reading, so that they do not hold memory. */
@ApplicationScoped
public class StalledClients {

  private static final long SECONDS_BETWEEN_LOOKS = 1;

  private static final long SECONDS_BETWEEN_LOOKS_AT_CALLERS = 10;

  @Inject StreamRegistry streams;
  @Inject StreamCallers callers;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  private ScheduledFuture<?> looking;
  private ScheduledFuture<?> lookingAtCallers;

  void start(@Observes Startup event) {
    looking =
        timer.scheduleWithFixedDelay(
            streams::closeStalled, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    lookingAtCallers =
        timer.scheduleWithFixedDelay(
            callers::keepUp,
            SECONDS_BETWEEN_LOOKS_AT_CALLERS,
            SECONDS_BETWEEN_LOOKS_AT_CALLERS,
            TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
      lookingAtCallers.cancel(false);
    }
  }
}
