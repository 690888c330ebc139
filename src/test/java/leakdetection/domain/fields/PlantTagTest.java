package leakdetection.domain.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlantTagTest {

  @ParameterizedTest
  @CsvSource({
    "19H-QI___2172, M, 1",
    "19H-QI___3272, N, 2",
    "19H-QI___4372, V, 3",
    "19H-QI___5472, W, 4",
    "19H-QI___6572, X, 5",
    "19H-QI___7672, Z, 6",
  })
  void onSnorreTheFirstDigitNamesTheTemplateAndTheSecondTheSensor(
      String name, String template, int sensor) {
    assertThat(PlantTag.read(name)).contains(new PlantTag(Field.SNORRE, template, sensor));
  }

  @ParameterizedTest
  @CsvSource({
    "19XT2116, A, 1",
    "19XT2416, A, 4",
    "19XT2516, B, 1",
    "19XT2816, B, 4",
  })
  void onTrestakkTheSecondDigitNamesBoth(String name, String template, int sensor) {
    assertThat(PlantTag.read(name)).contains(new PlantTag(Field.TRESTAKK, template, sensor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "19XT", "19XT2", "19XTab16", "19H-QI___1172", "19H-QI___", "ASK-QI-1101"})
  void whatHasAnotherFormIsNoTag(String name) {
    assertThat(PlantTag.read(name)).isEmpty();
  }

  @Test
  void digitsOfOtherScriptsAreNone() {
    assertThat(PlantTag.read("19XT\u0662\u0661")).isEmpty();
  }
}
