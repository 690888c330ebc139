package leakdetection.numerics;

import static leakdetection.GoldenData.number;
import static leakdetection.GoldenData.numbers;
import static leakdetection.GoldenData.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import leakdetection.GoldenData;
import org.junit.jupiter.api.Test;

class CrossCorrelationTest {

  @Test
  void valuesAndLagsMatchTheOriginalProgram() throws IOException {
    int compared = 0;
    for (Map<String, Object> golden : GoldenData.objects("multi_metric_correlation.json")) {
      double[] reference = numbers(golden.get("reference"));
      Map<String, Object> settings = object(golden.get("params"));
      double[] values = numbers(golden.get("crosscorr_values"));
      double[] lags = numbers(golden.get("crosscorr_lags"));
      List<?> hypotheses = (List<?>) golden.get("hypotheses");
      for (int k = 0; k < hypotheses.size(); k++) {
        double[] hypothesis = numbers(hypotheses.get(k));
        CrossCorrelation best =
            CrossCorrelation.of(
                padded(reference, hypothesis.length),
                hypothesis,
                (int) number(settings.get("max_lag")),
                number(settings.get("beta")));
        if (best.value() != 0) {
          assertThat(best.value()).isCloseTo(values[k], within(1e-9));
          assertThat(best.lag()).isEqualTo((int) lags[k]);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  /** Its zero lag is where the two series end together; here, where they begin together. */
  private static double[] padded(double[] series, int length) {
    double[] padded = new double[length];
    System.arraycopy(series, 0, padded, length - series.length, series.length);
    return padded;
  }

  @Test
  void laterSeriesHasAPositiveLag() {
    CrossCorrelation best =
        CrossCorrelation.of(new double[] {0, 0, 1, 0}, new double[] {0, 1, 0, 0}, 3, 0);
    assertThat(best.lag()).isEqualTo(1);
    assertThat(best.value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void zeroSeriesCorrelatesWithNothing() {
    assertThat(CrossCorrelation.of(new double[3], new double[] {1, 2, 3}, 2, 0).value()).isZero();
  }
}
