package leakdetection.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalsTest {

  @Test
  void wilsonGivesThePublishedBounds() {
    // Newcombe, Stat. Med. 17 (1998), table I, method 3: 81 of 263 and 0 of 20.
    assertInterval(ConfidenceIntervals.wilson(81, 263), 0.2553, 0.3662, 5e-5);
    assertInterval(ConfidenceIntervals.wilson(0, 20), 0, 0.1611, 5e-5);
    assertInterval(ConfidenceIntervals.wilson(29, 29), 0.8830, 1, 5e-5);
  }

  @Test
  void wilsonKnowsNothingWithoutTrials() {
    assertThat(ConfidenceIntervals.wilson(0, 0)).containsExactly(0, 1);
  }

  @Test
  void poissonRateGivesTheTabulatedLimits() {
    assertInterval(ConfidenceIntervals.poissonRate(0, 1), 0, 3.6889, 5e-5);
    assertInterval(ConfidenceIntervals.poissonRate(1, 1), 0.02532, 5.5716, 5e-5);
    assertInterval(ConfidenceIntervals.poissonRate(10, 2), 4.7954 / 2, 18.3904 / 2, 5e-5);
  }

  @Test
  void poissonRateNeedsExposure() {
    assertThatThrownBy(() -> ConfidenceIntervals.poissonRate(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0");
  }

  @Test
  void medianIsBoundedByTheOrderStatisticsOfTheBinomialTable() {
    // With 10 values the 2nd and the 9th, with 20 the 6th and the 15th bound the median.
    assertThat(ConfidenceIntervals.median(descending(10))).containsExactly(2, 9);
    assertThat(ConfidenceIntervals.median(descending(20))).containsExactly(6, 15);
  }

  @Test
  void medianOfFewValuesHasNoInterval() {
    assertThat(ConfidenceIntervals.median(descending(5))).containsExactly(Double.NaN, Double.NaN);
    assertThat(ConfidenceIntervals.median(descending(6))).containsExactly(1, 6);
    assertThat(ConfidenceIntervals.median(new double[0])).containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void isotonicRegressionPoolsWhatFalls() {
    assertThat(IsotonicRegression.rising(new double[] {1, 3, 2, 4}, new double[] {1, 1, 1, 1}))
        .containsExactly(1, 2.5, 2.5, 4);
    assertThat(IsotonicRegression.rising(new double[] {4, 1, 1}, new double[] {1, 1, 2}))
        .containsExactly(1.75, 1.75, 1.75);
    assertThat(IsotonicRegression.rising(new double[0], new double[0])).isEmpty();
  }

  private static double[] descending(int count) {
    return IntStream.rangeClosed(1, count).mapToDouble(i -> count + 1 - i).toArray();
  }

  private static void assertInterval(double[] interval, double lower, double upper, double error) {
    assertThat(interval[0]).isCloseTo(lower, within(error));
    assertThat(interval[1]).isCloseTo(upper, within(error));
  }
}
