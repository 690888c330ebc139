package leakdetection.application.estimation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import leakdetection.domain.simulation.Site;

/**
 * Where the data of one template are and which window of them is asked about.
 *
 * @param sensors CSV: {@code name,x,y,z}, m in the template's frame
 * @param readings folder with one {@code NAME.csv} per sensor: index, time and ppmv
 * @param currents CSV: {@code [time,]u,v}, m/s towards east and north
 * @param waves CSV: {@code [time,]height,period,angle_from_north}; none without waves
 * @param leaks CSV: {@code name,rate,x,y,z,duration}; kg/s, m, s
 * @param site where the template stands
 * @param until end of the window; the last reading of any sensor when not given
 * @param length of the window
 * @param step between two readings, and between two rows of a series without times
 */
public record TemplateFiles(
    Path sensors,
    Path readings,
    Path currents,
    Optional<Path> waves,
    Path leaks,
    Site site,
    Optional<Instant> until,
    Duration length,
    Duration step) {

  /**
   * @throws IllegalArgumentException if the window is shorter than its step or longer than 30 days
   */
  public TemplateFiles {
    boolean positive = !step.isNegative() && !step.isZero();
    if (!positive || length.compareTo(step) < 0 || length.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException(
          "A window (%s) must hold at least one step (%s) and last at most 30 days."
              .formatted(length, step));
    }
  }

  /** Returns the number of readings of a sensor in the window. */
  public int count() {
    return (int) (length.toMillis() / step.toMillis());
  }
}
