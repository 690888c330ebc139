package leakdetection.application.estimation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.simulation.Leak;

/**
 * What a text of currents, waves or candidate leaks holds.
 *
 * @param rows of currents, sea states or leaks
 * @param missing currents that are not there, among those of the equally spaced series
 * @param start time of the first; empty when the series carries no times, or for leaks
 * @param interval between two; empty for leaks
 * @param leaks empty for currents and waves
 */
public record EnvironmentSummary(
    int rows, int missing, Optional<Instant> start, Optional<Duration> interval, List<Leak> leaks) {

  public EnvironmentSummary {
    leaks = List.copyOf(leaks);
  }

  /** Returns the summary of candidate leaks. */
  public static EnvironmentSummary of(List<Leak> leaks) {
    return new EnvironmentSummary(leaks.size(), 0, Optional.empty(), Optional.empty(), leaks);
  }

  /** Returns the time of the last; empty with the first. */
  public Optional<Instant> end() {
    return start.map(first -> first.plus(interval.orElseThrow().multipliedBy(rows - 1L)));
  }

  /** Tells whether the series has no times, so that it begins with each window and repeats. */
  public boolean repeats() {
    return interval.isPresent() && start.isEmpty();
  }
}
