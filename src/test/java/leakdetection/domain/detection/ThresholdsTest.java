package leakdetection.domain.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import leakdetection.domain.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

  @ParameterizedTest
  @CsvSource({
    "-5, OK",
    "0, OK",
    "99.999999, OK",
    "100, WARNING",
    "199.999999, WARNING",
    "200, CRITICAL",
    "1e300, CRITICAL",
    "NaN, UNDEFINED",
    "Infinity, UNDEFINED",
    "-Infinity, UNDEFINED",
  })
  void aScoreReachesADeviationAtItsThreshold(double score, Deviation expected) {
    assertThat(new Thresholds(100, 200).deviationOf(score)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 200", "-1, 200", "201, 200", "NaN, 200", "100, NaN", "100, Infinity"})
  void thresholdsAreFinitePositiveAndInOrder(double warning, double critical) {
    assertThatThrownBy(() -> new Thresholds(warning, critical))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("in order");
  }
}
