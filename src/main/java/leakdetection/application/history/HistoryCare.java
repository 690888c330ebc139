package leakdetection.application.history;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.RollUpRepository;
import leakdetection.domain.history.RollUpRepository.Days;

/**
 * Rolls up the days that are over, and then removes the readings that are older than what is kept.
 * Small steps, each a unit of the writer, so that nobody waits for long; what a crash interrupts
 * goes on after the next start.
 */
@ApplicationScoped
public class HistoryCare {

  /** How many of a sensor's newest detections always stay: its detector may need them. */
  static final int DETECTIONS = 12_960;

  private static final int VALUES_AT_ONCE = 20_000;
  private static final int REMOVED_AT_ONCE = 2000;
  private static final long LOOK_EVERY_SECONDS = 60;
  private static final Logger LOG = Logger.getLogger(HistoryCare.class.getName());

  @Inject Writer writer;
  @Inject RollUpRepository rollUps;
  @Inject ProductSettings settings;
  @Inject Clock clock;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  @Resource(lookup = "concurrent/care")
  ManagedExecutorService executor;

  private final AtomicBoolean atWork = new AtomicBoolean();
  private volatile boolean stopping;
  private ScheduledFuture<?> looking;

  void onStart(@Observes @Priority(600) Startup start) {
    looking =
        timer.scheduleWithFixedDelay(
            this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    if (atWork.compareAndSet(false, true)) {
      try {
        executor.execute(this::work);
      } catch (RejectedExecutionException busy) {
        atWork.set(false); // the next look finds it free; an exception would end the looks
      }
    }
  }

  private void work() {
    try {
      care();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "The care for the histories goes on in a minute.", failure);
    } finally {
      atWork.set(false);
    }
  }

  /** Does everything that is due. */
  void care() {
    for (HistoryKind kind : HistoryKind.values()) {
      for (Days due : rollUps.due(kind)) {
        Optional<Days> left = Optional.of(due);
        while (left.isPresent() && !stopping) {
          Days next = left.get();
          left = write(() -> rollUps.rollUp(kind, next, VALUES_AT_ONCE), VALUES_AT_ONCE);
        }
      }
    }
    rollUps
        .old(settings.kept().readings().toSeconds(), DETECTIONS, clock.instant())
        .forEach(this::remove);
  }

  private void remove(Days old) {
    long removed = 0;
    int last = 1;
    while (last > 0 && !stopping) {
      last =
          write(() -> rollUps.remove(old.sensorId(), old.to(), REMOVED_AT_ONCE), REMOVED_AT_ONCE);
      removed += last;
    }
    LOG.log(
        Level.INFO,
        "{0} readings of sensor {1} from before {2} were removed; their roll-ups stay.",
        new Object[] {removed, old.sensorId(), old.to()});
  }

  /** In turn with all the others that write. */
  private <T> T write(Supplier<T> unit, int rows) {
    try {
      return writer.submit(new Writer.Bulk<>(unit, result -> {}, () -> {}, rows)).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    if (looking != null) {
      looking.cancel(false);
    }
  }
}
