package leakdetection.domain.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import leakdetection.GoldenData;
import org.junit.jupiter.api.Test;

class CleaningTest {

  private static final int WINDOW = 144;

  @Test
  void compatibleCleaningGivesTheOriginalsDiscordsAndResult() throws IOException {
    for (Map<String, Object> golden : GoldenData.objects("clean_concentrations.json")) {
      Cleaning cleaning = Cleaning.compatible(WINDOW);
      double[] input = GoldenData.numbers(golden.get("input"));
      List<Cleaning.Discord> discords = cleaning.discords(input);

      assertThat(discords.stream().mapToDouble(Cleaning.Discord::distance).toArray())
          .as("discords of %s", golden.get("name"))
          .containsExactly(GoldenData.numbers(golden.get("discord_distances")), within(1e-6));
      assertThat(cleaning.limit(discords)).isEqualTo(GoldenData.number(golden.get("max_accept")));
      assertThat(cleaning.clean(input))
          .containsExactly(GoldenData.numbers(golden.get("output")), within(0.0));
    }
  }

  @Test
  void anAnomalyIsCutOutWithItsSurroundingsAndTheJunctionIsMarked() {
    double[] series = noise(20 * WINDOW);
    Arrays.fill(series, 1500, 1530, 400);

    double[] cleaned = Cleaning.ofWindow(WINDOW).clean(series);

    assertThat(Arrays.stream(cleaned).filter(Double::isFinite).max().orElseThrow()).isLessThan(40);
    assertThat(Arrays.stream(cleaned).filter(Double::isNaN)).isNotEmpty();
    assertThat(cleaned.length).isBetween(15 * WINDOW, 19 * WINDOW);
    assertThat(cleaned[cleaned.length - 1]).isEqualTo(series[series.length - 1]);
  }

  @Test
  void aSeriesThatRepeatsItselfStaysWhole() {
    double[] series = new double[20 * WINDOW];
    Arrays.setAll(series, i -> 30 + 10 * Math.sin(2 * Math.PI * (i % WINDOW) / WINDOW));

    assertThat(Cleaning.ofWindow(WINDOW).clean(series)).isEqualTo(series);
  }

  @Test
  void tooShortASeriesIsRefusedWithBothLengths() {
    assertThatThrownBy(() -> Cleaning.ofWindow(WINDOW).clean(new double[200]))
        .hasMessageContaining("200")
        .hasMessageContaining("288");
  }

  private static double[] noise(int length) {
    SplittableRandom random = new SplittableRandom(7);
    return random.doubles(length, 20, 30).toArray();
  }
}
