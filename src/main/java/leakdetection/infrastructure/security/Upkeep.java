package leakdetection.infrastructure.security;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.security.ApiTokens;
import leakdetection.application.security.Sessions;

/** Once a minute: ends sessions that are over, and writes down when tokens were used. */
@ApplicationScoped
public class Upkeep {

  private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
  private static final int PRIORITY = 700;

  @Inject Sessions sessions;
  @Inject ApiTokens tokens;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService scheduled;

  private ScheduledFuture<?> upkeep;

  void begin(@Observes @Priority(PRIORITY) Startup event) {
    upkeep = scheduled.scheduleWithFixedDelay(this::keepUp, 1, 1, TimeUnit.MINUTES);
  }

  private void keepUp() {
    try {
      sessions.sweep();
      tokens.noteUses();
    } catch (RuntimeException failure) {
      // The next minute tries again; an exception would end the schedule.
      LOG.log(Level.WARNING, "Sessions and tokens could not be looked after.", failure);
    }
  }

  @PreDestroy
  void end() {
    if (upkeep != null) {
      upkeep.cancel(true);
    }
  }
}
