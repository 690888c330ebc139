package leakdetection.application.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFilesTest {

  private static final Path PROJECT = Path.of("");

  private static final Map<String, String> GENERATED = DemoFiles.of(DemoFiles.SEED);

  private static final Pattern ENTRY =
      Pattern.compile(
          "\"name\": \"(.+)\",\\s*\"file\": \"(.+)\",\\s*\"stats\": \\[(.+), (.+)],\\s*"
              + "\"interval\": \"PT10M\",\\s*\"provenance\": \"generated");

  @Test
  void theProjectCarriesWhatTheGeneratorMakesByteForByte() throws IOException {
    for (Map.Entry<String, String> file : GENERATED.entrySet()) {
      assertThat(Files.readString(PROJECT.resolve(file.getKey())))
          .as("%s; run the command 'generate'", file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mock", "seed/baselines", "seed/environment"})
  void noOtherFileLiesBetweenThem(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
      assertThat(files.filter(Files::isRegularFile).map(DemoFilesTest::unixPath))
          .filteredOn(path -> !path.endsWith("README.md"))
          .isSubsetOf(GENERATED.keySet());
    }
  }

  private static String unixPath(Path path) {
    return path.toString().replace('\\', '/');
  }

  @Test
  void anotherSeedMakesOtherReadingsInTheSameFiles() {
    Map<String, String> other = DemoFiles.of(7);

    assertThat(other.keySet()).isEqualTo(GENERATED.keySet());
    assertThat(other.get("mock/tsd/19XT2316.csv"))
        .isNotEqualTo(GENERATED.get("mock/tsd/19XT2316.csv"));
    assertThat(other.get("seed/baselines/initial/high.txt"))
        .isNotEqualTo(GENERATED.get("seed/baselines/initial/high.txt"));
  }

  @Test
  void theReadmeNamesEveryLeakAsItIs() throws IOException {
    String readme = Files.readString(PROJECT.resolve("mock/README.md"));

    for (InjectedLeak leak : DemoPlant.LEAKS) {
      assertThat(readme)
          .contains(
              "| %s | %s, %s | %s | %s | %d |"
                  .formatted(
                      leak.name(),
                      leak.template().name(),
                      leak.leak().name(),
                      Decimals.text(leak.leak().rate(), 5),
                      leak.start(),
                      leak.leak().duration().toHours()));
    }
  }

  @Test
  void theDemoStaysSmall() {
    long characters = GENERATED.values().stream().mapToLong(String::length).sum();

    assertThat(characters).isLessThan(3_000_000);
  }

  @Test
  void theBankHoldsTheFourBaselinesAndNewSensorsStartWithTheHighOne() throws IOException {
    assertThat(names("selection")).containsExactly("low", "mid", "high", "trestakk1ta");
    assertThat(names("initial")).containsExactly("high");
  }

  private static Stream<String> names(String folder) throws IOException {
    return entries(folder).map(entry -> entry.group(1));
  }

  private static Stream<MatchResult> entries(String folder) throws IOException {
    String json = Files.readString(PROJECT.resolve("seed/baselines/" + folder + "/mps.json"));
    return ENTRY.matcher(json).results();
  }

  @ParameterizedTest
  @ValueSource(strings = {"initial", "selection"})
  void everyBaselineHasTheMeanAndTheVarianceThatItsIndexNames(String folder) throws IOException {
    for (MatchResult entry : entries(folder).toList()) {
      Path file = PROJECT.resolve("seed/baselines/" + folder + "/" + entry.group(2));
      double[] ppmv = Files.readAllLines(file).stream().mapToDouble(Double::parseDouble).toArray();
      double mean = Arrays.stream(ppmv).average().orElse(0);
      double variance = Arrays.stream(ppmv).map(x -> (x - mean) * (x - mean)).average().orElse(0);

      assertThat(ppmv).hasSize(4_320);
      assertThat(mean).isCloseTo(Double.parseDouble(entry.group(3)), within(0.005));
      assertThat(variance).isCloseTo(Double.parseDouble(entry.group(4)), within(0.05));
      assertThat(Arrays.stream(ppmv).min().orElse(-1)).isPositive();
      assertThat(Arrays.stream(ppmv).max().orElse(0)).isLessThan(1_000);
    }
  }
}
