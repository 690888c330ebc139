package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberChangeTest {

  @Test
  void eachMemberIsToldWithWhatItWasAndIs() {
    assertThat(
            MemberChange.all(
                "{\"name\": \"A\", \"x\": 1.5}", "{\"name\": \"B\", \"x\": null, \"y\": true}"))
        .containsExactly(
            new MemberChange("name", "A", "B"),
            new MemberChange("x", "1.5", ""),
            new MemberChange("y", "", "true"));
  }

  @Test
  void whatIsNewHadNothingBefore() {
    assertThat(MemberChange.all("", "{\"name\": \"A\"}"))
        .containsExactly(new MemberChange("name", "", "A"));
  }

  @Test
  void whereNothingIsToldNothingIsShown() {
    assertThat(MemberChange.all("", "")).isEmpty();
  }

  @Test
  void whatIsNoObjectIsShownAsItIs() {
    assertThat(MemberChange.all("[1]", "{broken"))
        .containsExactly(new MemberChange("", "[1]", "{broken"));
  }
}
