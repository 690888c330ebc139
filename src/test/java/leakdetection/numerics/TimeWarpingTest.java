package leakdetection.numerics;

import static leakdetection.GoldenData.number;
import static leakdetection.GoldenData.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import leakdetection.GoldenData;
import org.junit.jupiter.api.Test;

class TimeWarpingTest {

  @Test
  void distanceIsExact() throws IOException {
    for (Map<String, Object> pair : GoldenData.objects("dtw.json")) {
      double exact = number(pair.get("exact_dtw"));
      TimeWarping warping = TimeWarping.of(numbers(pair.get("x")), numbers(pair.get("y")));
      assertThat(warping.distance()).isCloseTo(exact, within(1e-9 * Math.abs(exact)));
    }
  }

  @Test
  void stretchedSeriesIsAtDistanceZero() {
    TimeWarping warping = TimeWarping.of(new double[] {1, 2, 3}, new double[] {1, 2, 2, 2, 3});
    assertThat(warping.distance()).isZero();
    assertThat(warping.pathLength()).isEqualTo(5);
  }

  @Test
  void equalSeriesAreAlignedDiagonally() {
    double[] series = {5, 5, 5, 5};
    assertThat(TimeWarping.of(series, series).pathLength()).isEqualTo(4);
  }

  @Test
  void missingValuesAreRefused() {
    assertThatThrownBy(() -> TimeWarping.of(new double[] {1, Double.NaN}, new double[] {1}))
        .hasMessageContaining("1 of them finite");
  }
}
