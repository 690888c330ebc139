package leakdetection.domain.tsd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QualityTest {

  @ParameterizedTest
  @CsvSource({
    "0, GOOD",
    "-3.5, GOOD",
    "10000, GOOD",
    "-10000, GOOD",
    "10000.000001, OUT_OF_RANGE",
    "-10001, OUT_OF_RANGE",
    "1e12, SENTINEL",
    "1e14, SENTINEL",
    "-1e14, SENTINEL",
    "NaN, NOT_FINITE",
    "Infinity, NOT_FINITE",
    "-Infinity, NOT_FINITE",
  })
  void theValueAloneTells(double ppmv, Quality expected) {
    assertThat(Quality.of(ppmv)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FINITE", "SENTINEL", "OUT_OF_RANGE"})
  void unusableReadingsAreNeverJudged(Quality quality) {
    assertThat(quality.isJudged()).isFalse();
    assertThat(quality.isJudgedInTurn()).isFalse();
    assertThat(quality.grade().label()).isEqualTo("unusable");
  }

  @Test
  void aLateReadingMayBeJudgedButHasMissedItsTurn() {
    assertThat(Quality.LATE.isJudged()).isTrue();
    assertThat(Quality.LATE.isJudgedInTurn()).isFalse();
    assertThat(Quality.GOOD.isJudgedInTurn()).isTrue();
  }
}
