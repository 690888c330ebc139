package leakdetection.domain.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where a template's measured currents, waves and candidate leaks are kept.
 *
 * @param currents CSV of currents; null when the template has none of its own
 * @param waves CSV of waves; null when it has none of its own
 * @param simulatedLeaks CSV of candidate leaks; null when it has none of its own
 */
@Embeddable
public record EnvironmentPaths(
    @Column(name = "currents_path") String currents,
    @Column(name = "waves_path") String waves,
    @Column(name = "simulated_leaks_path") String simulatedLeaks) {

  /** A template without measurements of its own. */
  public static final EnvironmentPaths NONE = new EnvironmentPaths(null, null, null);
}
