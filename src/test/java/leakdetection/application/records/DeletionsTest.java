package leakdetection.application.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Startup;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import leakdetection.application.QueueingWriter;
import leakdetection.domain.deletions.DeletionRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionsTest {

  private static final Instant START = Instant.parse("2026-04-05T08:00:00Z");

  private final Deletions deletions = new Deletions();
  private final List<Instant> forgotten = new ArrayList<>();
  private final List<Duration> every = new ArrayList<>();
  private Runnable daily;
  private boolean broken;

  @BeforeEach
  void start() {
    deletions.writer = new QueueingWriter();
    deletions.deletions = answering(DeletionRepository.class, this::forget);
    deletions.timer = answering(ManagedScheduledExecutorService.class, this::schedule);
    deletions.clock = Clock.fixed(START, ZoneOffset.UTC);
    deletions.onStart(new Startup());
  }

  private void forget(String method, Object[] given) {
    if (broken) {
      throw new IllegalStateException("The database is busy.");
    }
    forgotten.add((Instant) given[0]);
  }

  private void schedule(String method, Object[] given) {
    daily = (Runnable) given[0];
    every.add(Duration.of((long) given[2], ((TimeUnit) given[3]).toChronoUnit()));
  }

  private interface Asked {
    void of(String method, Object[] given);
  }

  private static <T> T answering(Class<T> type, Asked asked) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, given) -> {
              asked.of(method.getName(), given);
              return null;
            }));
  }

  @Test
  void oldOnesAreForgottenAtTheStartAndEachDay() {
    assertThat(every).containsExactly(Duration.ofDays(1));
    deletions.clock = Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    daily.run();
    assertThat(forgotten)
        .containsExactly(START.minus(Duration.ofDays(7)), START.minus(Duration.ofDays(6)));
  }

  @Test
  void oneFailureDoesNotEndIt() {
    broken = true;
    daily.run();
    broken = false;
    daily.run();
    assertThat(forgotten).hasSize(2);
  }
}
