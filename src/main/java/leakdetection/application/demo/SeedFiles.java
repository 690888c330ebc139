package leakdetection.application.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import leakdetection.domain.metocean.Currents;

/** The files of {@code seed/}: the bank of baselines, and the sea and leaks of any template. */
final class SeedFiles {

  private static final String FOLDER = "seed/baselines/";
  private static final Duration INTERVAL = Duration.ofMinutes(10);

  /** Nearly one round of springs and neaps, 14.77 days. */
  private static final int DAYS = 15;

  private SeedFiles() {}

  /** Returns the text of each file by its path from the project's root. */
  static Map<String, String> of(long seed) {
    Map<String, String> files = new TreeMap<>();
    for (BaselineBank.Entry entry : BaselineBank.ENTRIES) {
      String series = series(entry.series(seed));
      files.put(FOLDER + "selection/" + file(entry), series);
      if (entry.name().equals(BaselineBank.INITIAL)) {
        files.put(FOLDER + "initial/" + file(entry), series);
      }
    }
    files.put(FOLDER + "selection/mps.json", index(BaselineBank.ENTRIES, seed));
    files.put(
        FOLDER + "initial/mps.json",
        index(
            BaselineBank.ENTRIES.stream()
                .filter(entry -> entry.name().equals(BaselineBank.INITIAL))
                .toList(),
            seed));
    files.putAll(environment(seed));
    return files;
  }

  /** A sea and points for a template without files of its own. */
  private static Map<String, String> environment(long seed) {
    Sea sea = new Sea(0.06, 0.5, 30, 0.01, -0.01);
    int n = DAYS * DemoPlant.STEPS_PER_DAY;
    Currents currents =
        sea.currents(Chance.of(seed, "currents of any template"), DemoPlant.START, n);
    Chance waves = Chance.of(seed, "waves of any template");
    return Map.of(
        "seed/environment/currents.csv",
        EnvironmentFiles.currents(currents, Optional.empty()),
        "seed/environment/waves.csv",
        EnvironmentFiles.waves(waves, DAYS, Optional.empty()),
        "seed/environment/leaks.csv",
        EnvironmentFiles.points(DemoPlant.ANY_POINTS));
  }

  private static String file(BaselineBank.Entry entry) {
    return entry.name() + ".txt";
  }

  private static String series(double[] ppmv) {
    StringBuilder lines = new StringBuilder();
    for (double value : ppmv) {
      lines.append(Decimals.text(value, 3)).append('\n');
    }
    return lines.toString();
  }

  private static String index(List<BaselineBank.Entry> entries, long seed) {
    return entries.stream()
        .map(entry -> json(entry, seed))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String json(BaselineBank.Entry entry, long seed) {
    return String.join(
        "\n",
        "  {",
        "    \"name\": \"" + entry.name() + "\",",
        "    \"file\": \"" + file(entry) + "\",",
        "    \"stats\": ["
            + Decimals.text(entry.mean(), 2)
            + ", "
            + Decimals.text(entry.variance(), 1)
            + "],",
        "    \"interval\": \"" + INTERVAL + "\",",
        "    \"provenance\": \"generated, not measured (seed " + seed + ")\"",
        "  }");
  }
}
