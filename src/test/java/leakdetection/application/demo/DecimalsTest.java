package leakdetection.application.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "35.7, 3, 35.700",
    "0.0004, 3, 0.000",
    "-0.0004, 3, 0.000",
    "-0.0126, 3, -0.013",
    "9.9996, 3, 10.000",
    "0.05, 1, 0.1",
    "1234.5, 0, 1235",
    "NaN, 3, nan",
    "-Infinity, 3, -inf",
    "Infinity, 3, inf"
  })
  void writesAFixedNumberOfDecimals(double value, int decimals, String text) {
    assertThat(Decimals.text(value, decimals)).isEqualTo(text);
  }
}
