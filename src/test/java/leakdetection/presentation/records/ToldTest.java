package leakdetection.presentation.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {

  private static final AdminTexts NORWEGIAN = AdminTexts.of(Locale.forLanguageTag("nb"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The angle from north (400 degrees) must be from 0 to 360 degrees."
            + "|«Vinkel fra nord» (400 grader) må være fra 0 til 360 grader.",
        "The angleFromNorth must be given.|«Vinkel fra nord» må oppgis.",
        "The page (x) must be a whole number.|«page» (x) må være et helt tall.",
        "The sort (nix) must be one of id, name.|«sort» (nix) må være en av id, name.",
        "The from (x) must be a time in UTC such as 2026-01-31 12:30."
            + "|«Fra (UTC)» (x) må være et tidspunkt i UTC, for eksempel 2026-01-31 12:30.",
        "There is no sensor $1.|Det finnes ingen sensor $1.",
        "A sentence without a rule.|A sentence without a rule.",
      })
  void refusalIsToldInNorwegian(String english, String norwegian) {
    assertThat(Told.in(NORWEGIAN, english)).isEqualTo(norwegian);
  }

  @Test
  void englishStaysAsTheApiSaysIt() {
    String sentence = "The angle from north (400 degrees) must be from 0 to 360 degrees.";
    assertThat(Told.in(AdminTexts.of(Locale.ENGLISH), sentence)).isEqualTo(sentence);
  }
}
