package leakdetection.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogSpaceTest {

  @Test
  void sumsBeyondTheRangeOfDoubles() {
    assertThat(LogSpace.sum(2000, 2000)).isCloseTo(2000 + Math.log(2), within(1e-12));
    assertThat(LogSpace.mean(-5000, -5000)).isCloseTo(-5000, within(1e-9));
  }

  @Test
  void sharesAddUpToOneWhateverTheyAre() {
    assertThat(LogSpace.shares(0, Math.log(3)))
        .containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    double nothing = Double.NEGATIVE_INFINITY;
    assertThat(LogSpace.shares(nothing, nothing)).containsExactly(0.5, 0.5);
    assertThat(LogSpace.shares()).isEmpty();
  }

  @Test
  void nanStaysNaN() {
    assertThat(LogSpace.sum(1, Double.NaN)).isNaN();
  }
}
