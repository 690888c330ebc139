package leakdetection.domain.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import leakdetection.domain.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "elevenchars", "aaaaaaaaaaaaaaaa", "my name is Ann, hello"})
  void weakOneIsRefused(String password) {
    assertThatThrownBy(() -> PasswordRule.check("password", password, "ann"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("12 to 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "blåbærsyltetøy", "123456789012"})
  void longOneIsTaken(String password) {
    assertThatCode(() -> PasswordRule.check("password", password, "ann"))
        .doesNotThrowAnyException();
  }
}
