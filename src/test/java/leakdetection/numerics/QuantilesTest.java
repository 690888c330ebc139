package leakdetection.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void quantilesInterpolateLinearly() {
    double[] values = {4, 1, 3, 2};
    assertThat(Quantiles.quantile(values.clone(), 4, 0.5)).isEqualTo(2.5);
    assertThat(Quantiles.quantile(values.clone(), 4, 0.2)).isCloseTo(1.6, within(1e-12));
    assertThat(Quantiles.quantile(values.clone(), 4, 0)).isEqualTo(1);
    assertThat(Quantiles.quantile(values.clone(), 4, 1)).isEqualTo(4);
    assertThat(Quantiles.median(new double[] {7}, 1)).isEqualTo(7);
  }

  @Test
  void selectionEqualsSorting() {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      double[] values =
          random.doubles(1 + random.nextInt(60)).map(v -> Math.rint(20 * v)).toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int rank = random.nextInt(values.length);
      assertThat(Quantiles.select(values, values.length, rank)).isEqualTo(sorted[rank]);
    }
  }

  @Test
  void guessDoesNotChangeTheQuantile() {
    Random random = new Random(4);
    for (int trial = 0; trial < 200; trial++) {
      double[] values =
          random.doubles(1 + random.nextInt(60)).map(v -> Math.rint(20 * v)).toArray();
      double guess = trial % 5 == 0 ? Double.NaN : 25 * random.nextDouble() - 2;
      double expected = Quantiles.quantile(values.clone(), values.length, 0.9);
      assertThat(Quantiles.quantileNear(values, values.length, 0.9, guess)).isEqualTo(expected);
    }
  }
}
