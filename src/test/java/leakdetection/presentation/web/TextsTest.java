package leakdetection.presentation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

public class TextsTest {

  private static final Texts NORWEGIAN = Texts.named("nb").orElseThrow();

  /** What operators are told, of each kind one; the browser is held to the same. */
  public static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry(
              "Sensor 19XT is critical: 312.5 ppmv at 2025-09-01T12:00:00Z, score 214 %.",
              "Sensor 19XT er kritisk: 312,5 ppmv ved 2025-09-01T12:00:00Z, score 214 %."),
          Map.entry(
              "Sensor 19XT measures again after it was stuck since 2025-09-01T12:00:00Z.",
              "Sensor 19XT måler igjen siden 2025-09-01T12:00:00Z; den var fastlåst."),
          Map.entry(
              "Leak at LMF2, 0.41 g/s (0.2-0.9), probability 0.86 (seen by sensor 19XT).",
              "Lekkasje ved LMF2, 0,41 g/s (0,2-0,9), sannsynlighet 0,86 (sett av sensor 19XT)."),
          Map.entry(
              "The baseline could not be tended. Sensor 19XT has 12 quiet readings since the last"
                  + " time; at least 288 are needed.",
              "Normalserien kunne ikke stelles. Sensor 19XT har 12 rolige målinger siden sist;"
                  + " minst 288 trengs."),
          Map.entry("Rolled back to version 3 (high).", "Tilbake til versjon 3 (high)."),
          Map.entry("Event 7 was not a leak.", "Hendelse 7 var ikke en lekkasje."),
          Map.entry(
              "Detector rise failed on sensor 19XT: java.lang.Error The sensor is not judged until"
                  + " its detector is changed.",
              "Detektoren rise feilet for sensor 19XT: java.lang.Error Sensoren vurderes ikke før"
                  + " den får en annen detektor."),
          Map.entry(
              "2 of 145 currents are missing and were interpolated. No sensor can see candidate"
                  + " LMF1 under these currents.",
              "2 av 145 strømmålinger mangler og er interpolert. Ingen sensor kan se kandidaten"
                  + " LMF1 i denne strømmen."),
          Map.entry(
              "The concentration is 81.0 ppmv; 30 min before it was 4.2 ppmv.",
              "Konsentrasjonen er 81,0 ppmv; 30 min før var den 4,2 ppmv."),
          Map.entry("rise over 60 min", "stigning over 60 min"),
          Map.entry(
              "The coordinate x (20000.0 m) must be from -10,000 to 10,000 m.",
              "«x» (20000,0 m) må være fra -10 000 til 10 000 m."),
          Map.entry(
              "The angle from north (400.0 degrees) must be from 0 to 360 degrees.",
              "«Vinkel fra nord» (400,0 grader) må være fra 0 til 360 grader."),
          Map.entry(
              "The zRoof must be a number; it is abc.",
              "«Takets høyde» må være et tall; det er abc."),
          Map.entry(
              "The porosity (2.0) of each side must be from 0 to 1.",
              "«Porøsitet» (2,0) på hver side må være fra 0 til 1."),
          Map.entry("The name must not be empty.", "«Navn» må fylles ut."),
          Map.entry(
              "The password must be 12 to 200 characters long, of 5 different ones at least, and"
                  + " must not hold the name.",
              "Passordet må være fra 12 til 200 tegn langt, av minst 5 ulike, og kan ikke"
                  + " inneholde navnet."),
          Map.entry(
              "The database is locked by another process. Try again later.",
              "Databasen er låst av et annet program. Prøv igjen senere."),
          Map.entry(
              "The database cannot be written: it is read-only.",
              "Databasen kan ikke skrives til: den er skrivebeskyttet."),
          Map.entry("A sentence without a rule.", "A sentence without a rule."));

  @Test
  void operatorsAreToldInNorwegian() {
    SoftAssertions all = new SoftAssertions();
    SENTENCES.forEach(
        (english, norwegian) -> all.assertThat(NORWEGIAN.told(english)).isEqualTo(norwegian));
    all.assertAll();
  }

  @Test
  void typedTextThatWouldTakeTheRulesMinutesStaysAsItIs() {
    String typed = "The baseline of sensor x" + " was changed from a to b".repeat(3_000) + ".";

    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(NORWEGIAN.told(typed)).isEqualTo(typed));
  }

  @Test
  void englishStaysAsItIs() {
    assertThat(SENTENCES.keySet())
        .allSatisfy(it -> assertThat(Texts.ENGLISH.told(it)).isEqualTo(it));
  }
}
