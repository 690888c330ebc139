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

  @Inject StreamRegistry streams;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  private ScheduledFuture<?> looking;

  void start(@Observes Startup event) {
    looking =
        timer.scheduleWithFixedDelay(
            streams::closeStalled, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
  }
}
