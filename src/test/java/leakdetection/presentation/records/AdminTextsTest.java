package leakdetection.presentation.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTextsTest {

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
        "The porosity (2) of each side must be from 0 to 1.|«porosity» (2) på hver side må være fra 0 til 1.",
        "The setting window (5000 readings) must be a whole number from 8 to 1440."
            + "|Innstillingen window (5000 readings) må være fra 8 til 1440.",
        "There is no sensor $1.|Det finnes ingen sensor $1.",
        "A sentence without a rule.|A sentence without a rule.",
      })
  void refusalIsToldInNorwegian(String english, String norwegian) {
    assertThat(NORWEGIAN.told(english)).isEqualTo(norwegian);
  }

  @Test
  void englishStaysAsTheApiSaysIt() {
    String sentence = "The angle from north (400 degrees) must be from 0 to 360 degrees.";
    assertThat(AdminTexts.of(Locale.ENGLISH).told(sentence)).isEqualTo(sentence);
  }
}
