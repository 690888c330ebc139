package leakdetection.infrastructure.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import leakdetection.presentation.records.AdminTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariableTest {

  private static final AdminTexts NORWEGIAN = AdminTexts.of(Locale.forLanguageTag("nb"));

  @ParameterizedTest
  @EnumSource
  void whatIsAllowedIsSaidInNorwegian(Variable variable) {
    assertThat(NORWEGIAN.told(variable.allowed()))
        .isNotEqualTo(variable.allowed())
        .doesNotContainPattern("\\b(the|from|such as|separated by|must)\\b");
  }
}
