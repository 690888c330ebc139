package leakdetection.application.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.PluginThreads;
import leakdetection.spi.Assessment;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;
import leakdetection.spi.SpiVersion;

/** A detector whose level is the reading itself, or whatever a test makes of that. */
final class EchoDetector implements DetectorProvider {

  static final AtomicInteger OPEN = new AtomicInteger();

  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  private final UnaryOperator<Assessment> twist;
  private final Consumer<Series> learner;

  /** Nobody's threads: echoes are built in. */
  static final PluginThreads PLUGINS = new PluginThreads(Thread::new);

  private EchoDetector(UnaryOperator<Assessment> twist, Consumer<Series> learner) {
    this.twist = twist;
    this.learner = learner;
  }

  /** A contender that alarms from this many ppmv on. */
  static Contender alarmingAt(double ppmv) {
    return twisted("echo", ppmv, level -> level);
  }

  /** A contender whose assessments pass through a function first. */
  static Contender twisted(String name, double threshold, UnaryOperator<Assessment> twist) {
    return contender(name, threshold, new EchoDetector(twist, baseline -> {}));
  }

  /** A contender that shows what it learns from. */
  static Contender learning(String name, Consumer<Series> learner) {
    return contender(name, 100, new EchoDetector(level -> level, learner));
  }

  /** A contender of a jar, whose assessments never return until {@code end}. */
  static Contender hanging(String name, CountDownLatch end) {
    Contender waiting =
        twisted(
            name,
            100,
            level -> {
              boolean waits = true;
              while (waits) {
                try {
                  end.await();
                  waits = false;
                } catch (InterruptedException asked) {
                  waits = true;
                }
              }
              return level;
            });
    InstalledDetector own = waiting.detector();
    return new Contender(
        name,
        new InstalledDetector(own.descriptor(), own.provider(), name + ".jar", name),
        waiting.settings(),
        waiting.threshold(),
        false);
  }

  private static Contender contender(String name, double threshold, DetectorProvider provider) {
    return new Contender(
        name,
        new InstalledDetector(provider.descriptor(), provider, InstalledDetector.BUILT_IN, ""),
        provider.descriptor().settings(Map.of()),
        threshold,
        false);
  }

  /** Readings every 10 minutes from 2024 on. */
  static History history(String name, double... ppmv) {
    long[] times = new long[ppmv.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = at(i).toEpochMilli();
    }
    return new History(name, times, ppmv);
  }

  /** The time of reading {@code i} of such a history. */
  static Instant at(int i) {
    return START.plus(Duration.ofMinutes(10).multipliedBy(i));
  }

  @Override
  public DetectorDescriptor descriptor() {
    return new DetectorDescriptor(
        SpiVersion.CURRENT, "echo", "Echo", "Repeats the reading.", "", 1, 50, 100, List.of());
  }

  @Override
  public Detector create(DetectorContext context) {
    OPEN.incrementAndGet();
    learner.accept(context.baseline());
    return new Detector() {
      @Override
      public Assessment assess(Reading reading) {
        return twist.apply(new Assessment(reading.ppmv()));
      }

      @Override
      public DetectorSnapshot snapshot() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void close() {
        OPEN.decrementAndGet();
      }
    };
  }

  @Override
  public Detector restore(DetectorContext context, DetectorSnapshot snapshot) {
    throw new UnsupportedOperationException();
  }
}
