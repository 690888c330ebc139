package leakdetection.domain.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BaselineSeriesTest {

  private static final double GAP = Double.NaN;

  private final BaselineSeries series = series(1, 2, 3);

  @Test
  void noWindowSpansTheJunctionOfTwoSeries() {
    assertThat(series.followedBy(new double[] {4, 5}).ppmv()).containsExactly(1, 2, 3, GAP, 4, 5);
  }

  @Test
  void whatIsTooLongIsCutAtTheOldEnd() {
    double[] more = new double[BaselineSeries.MAX_LENGTH - 2];
    assertThat(series.followedBy(more).ppmv())
        .hasSize(BaselineSeries.MAX_LENGTH)
        .startsWith(3, GAP, 0);
  }

  @Test
  void aPieceIsTakenOutWithItsJunction() {
    double[] piece = {4, GAP, 5};

    assertThat(series.followedBy(piece).followedBy(new double[] {6}).without(piece))
        .hasValueSatisfying(rest -> assertThat(rest.ppmv()).containsExactly(1, 2, 3, GAP, 6));
    assertThat(series.followedBy(piece).without(piece))
        .hasValueSatisfying(rest -> assertThat(rest.ppmv()).containsExactly(1, 2, 3));
  }

  @Test
  void onlyWhatFollowedAsAWholeIsTakenOut() {
    assertThat(series.without(new double[] {2, 3})).isEmpty();
    assertThat(series.followedBy(new double[] {4}).without(new double[0])).isEmpty();
    assertThat(series.without(new double[] {1, 2, 3, 4})).isEmpty();
  }

  private static BaselineSeries series(double... ppmv) {
    return new BaselineSeries(ppmv, Duration.ofMinutes(10));
  }
}
