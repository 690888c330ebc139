package leakdetection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @Test
  void surroundingBlanksAreTakenOff() {
    assertThat(Names.checked("  19XT2116\u2003")).isEqualTo("19XT2116");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "a\nb", "a\u0000b", "a\u0085b"})
  void emptyNamesAndControlCharactersAreRefused(String name) {
    assertThatThrownBy(() -> Names.checked(name))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .returns(RefusedException.Reason.INVALID, RefusedException::reason)
        .returns(List.of("body", "name"), RefusedException::path);
  }

  @Test
  void namesAreAtMost255CharactersLong() {
    assertThat(Names.checked("x".repeat(255))).hasSize(255);
    assertThatThrownBy(() -> Names.checked("x".repeat(256))).hasMessageContaining("256", "255");
  }
}
