package leakdetection.application.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

  private static Contender contender(String name, double threshold, DetectorProvider provider) {
    return new Contender(
        name, "echo", provider, provider.descriptor().settings(Map.of()), threshold, false);
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
