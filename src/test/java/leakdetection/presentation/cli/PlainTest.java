package leakdetection.presentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {

  @Test
  void fixedRoundsAsTheBenchmarksScorerDoes() {
    assertThat(Plain.fixed(0.25, 1)).isEqualTo("0.2");
    assertThat(Plain.fixed(0.75, 1)).isEqualTo("0.8");
    assertThat(Plain.fixed(0.15, 1)).as("which is a little less in binary").isEqualTo("0.1");
    assertThat(Plain.fixed(-0.04, 1)).isEqualTo("-0.0");
    assertThat(Plain.fixed(Double.NaN, 1)).isEqualTo("-");
  }

  @Test
  void numberHasNoTrailingZeros() {
    assertThat(Plain.number(100)).isEqualTo("100");
    assertThat(Plain.number(107.142857)).isEqualTo("107.143");
    assertThat(Plain.number(0)).isEqualTo("0");
    assertThat(Plain.number(1e-7)).isEqualTo("1E-7");
  }
}
