package leakdetection.presentation.cli;

import java.time.Duration;
import java.util.List;
import leakdetection.application.backtest.LeakInjection;
import leakdetection.application.backtest.LeakShape;
import picocli.CommandLine.Option;

/** The options that say which leaks are simulated. */
final class InjectionOptions {

  @Option(
      names = "--peak",
      paramLabel = "PPMV",
      split = ",",
      description = "Peaks of the simulated leaks. Default: 25,50,100,200,500,1000.")
  private List<Double> peaks = LeakInjection.STANDARD.peaksPpmv();

  @Option(
      names = "--duration",
      paramLabel = "HOURS",
      split = ",",
      description = "How long they release gas, or how long a ramp grows. Default: 6,12,24,48,120.")
  private List<Double> hours;

  @Option(
      names = "--shape",
      split = ",",
      description =
          "Their shapes: ${COMPLETION-CANDIDATES}. PLUME: a cloud that tidal currents sweep over the"
              + " sensor; RAMP: even growth, then two days constant. Default: both, half and half.")
  private List<LeakShape> shapes = LeakInjection.STANDARD.shapes();

  @Option(
      names = "--leaks",
      paramLabel = "COUNT",
      description = "Number of leaks of each peak. Default: ${DEFAULT-VALUE}.")
  private int leaksPerPeak = LeakInjection.STANDARD.leaksPerPeak();

  @Option(
      names = "--seed",
      description = "The same seed gives the same leaks. Default: ${DEFAULT-VALUE}.")
  private long seed = LeakInjection.STANDARD.seed();

  long seed() {
    return seed;
  }

  /**
   * Returns the leaks that were asked for.
   *
   * @throws IllegalArgumentException if a value is out of bounds
   */
  LeakInjection injection() {
    List<Duration> durations =
        hours == null
            ? LeakInjection.STANDARD.durations()
            : hours.stream().map(value -> Duration.ofSeconds(Math.round(value * 3600))).toList();
    return new LeakInjection(peaks, durations, shapes, leaksPerPeak, seed);
  }
}
