package leakdetection.domain.estimation;

import static leakdetection.GoldenData.number;
import static leakdetection.GoldenData.numbers;
import static leakdetection.GoldenData.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import leakdetection.GoldenData;
import org.junit.jupiter.api.Test;

class CorrelationScoresTest {

  @Test
  void scoresAndConsensusMatchTheOriginalProgram() throws IOException {
    for (Map<String, Object> golden : GoldenData.objects("multi_metric_correlation.json")) {
      Map<String, Object> settings = object(golden.get("params"));
      CorrelationScores scores =
          CorrelationScores.of(
              numbers(golden.get("crosscorr_values")),
              numbers(golden.get("dtw_normalised")),
              number(settings.get("weight_dtw")));
      assertThat(scores.correlation())
          .containsExactly(numbers(golden.get("crosscorr_z")), within(1e-9));
      assertThat(scores.warping()).containsExactly(numbers(golden.get("dtw_inv_z")), within(1e-9));
      assertThat(scores.combined()).containsExactly(numbers(golden.get("final_z")), within(1e-9));
      Integer[] extremes =
          Arrays.stream(numbers(golden.get("extreme_indices")))
              .mapToObj(index -> (int) index)
              .toArray(Integer[]::new);
      assertThat(scores.extremes(number(settings.get("threshold")))).containsExactly(extremes);
    }
  }

  @Test
  void equalCandidatesStandOutFromNothing() {
    CorrelationScores scores =
        CorrelationScores.of(new double[] {0.5, 0.5}, new double[] {3, 3}, 0.9);
    assertThat(scores.combined()).containsOnly(0);
    assertThat(scores.extremes(0.1)).isEmpty();
  }
}
