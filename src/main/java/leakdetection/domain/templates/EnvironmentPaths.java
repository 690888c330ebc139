package leakdetection.domain.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;

/**
 * Where a template's measured currents, waves and candidate leaks are kept: paths below the folder
 * of the plant's data, so that nobody can point to another file of the machine.
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

  private static final int MAX_LENGTH = 255;

  /**
   * @throws RefusedException if a path is absolute, leads upwards, is longer than 255 characters or
   *     holds a character that no file's name should
   */
  public EnvironmentPaths {
    Refusals refusals = new Refusals();
    currents = checked(refusals, "currentsPath", currents);
    waves = checked(refusals, "wavesPath", waves);
    simulatedLeaks = checked(refusals, "simulatedLeaksPath", simulatedLeaks);
    refusals.throwIfAny();
  }

  /** Returns the path, or null for a blank one, which means not given. */
  private static String checked(Refusals refusals, String member, String path) {
    if (path == null || path.isBlank()) {
      return null;
    }
    if (path.length() > MAX_LENGTH) {
      refusals.add(
          RefusedException.invalid(
              member,
              "The %s is %d characters long; at most %d are allowed."
                  .formatted(member, path.length(), MAX_LENGTH)));
    } else if (!isBelow(path)) {
      refusals.add(
          RefusedException.invalid(
              member,
              "The %s must be a path below the data folder, such as environment/currents.csv: not"
                      .formatted(member)
                  + " absolute, without .. and without the characters \\ : * ? \" < > |."));
    }
    return path;
  }

  private static boolean isBelow(String path) {
    return !path.startsWith("/")
        && path.chars().noneMatch(c -> Character.isISOControl(c) || "\\:*?\"<>|".indexOf(c) >= 0)
        && Arrays.stream(path.split("/")).noneMatch(".."::equals);
  }
}
