package leakdetection.domain.sensors;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import leakdetection.domain.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  @ParameterizedTest
  @CsvSource({
    "NaN, 0, 0, x",
    "0, Infinity, 0, y",
    "0, -10000.1, 0, y",
    "0, 0, 10001, z",
  })
  void aCoordinateIsFiniteAndWithinTenKilometres(double x, double y, double z, String named) {
    assertThatThrownBy(() -> new Position(x, y, z))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("coordinate " + named)
        .hasMessageContaining(" m)");
  }

  @Test
  void theLimitsThemselvesAreAllowed() {
    assertThatCode(() -> new Position(-10_000, 10_000, 0)).doesNotThrowAnyException();
  }
}
