package leakdetection.presentation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDownloadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\uFF1D1",
        "=cmd|' /C calc'!A0"
      })
  void noTextIsTakenForAFormula(String chosen) {
    assertThat(CsvDownload.text(chosen)).isEqualTo("'" + chosen);
  }

  @Test
  void otherTextsAreLeftAlone() {
    for (String text : List.of("19XT1316", "a=b", "'quoted'", " blank", "ø")) {
      assertThat(CsvDownload.text(text)).isEqualTo(text);
    }
    assertThat(CsvDownload.text(null)).isEmpty();
    assertThat(CsvDownload.text("")).isEmpty();
    assertThat(CsvDownload.text("  ")).isEqualTo("  ");
  }

  @Test
  void numbersThatAreNotFiniteAreEmpty() {
    assertThat(CsvDownload.number(-3.5)).isEqualTo("-3.5");
    assertThat(CsvDownload.number(Double.NaN)).isEmpty();
    assertThat(CsvDownload.number(Double.NEGATIVE_INFINITY)).isEmpty();
  }
}
