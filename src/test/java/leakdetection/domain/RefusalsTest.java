package leakdetection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.templates.EnvironmentPaths;
import leakdetection.domain.templates.Sides;
import leakdetection.domain.templates.TemplateShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  @Test
  void nothingIsThrownWhenNothingIsRefused() {
    assertThatCode(new Refusals()::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void onlyTheFirstRefusalOfAMemberCounts() {
    Refusals refusals = new Refusals();
    refusals.add(RefusedException.invalid("x", "first"));
    refusals.add(RefusedException.invalid("x", "second"));
    refusals.check(() -> refuse("y"));

    RefusedException thrown = catchThrowableOfType(RefusedException.class, refusals::throwIfAny);

    assertThat(Refusals.of(thrown))
        .extracting(RefusedException::getMessage)
        .containsExactly("first", "refused");
  }

  @Test
  void refusalThatCarriesOthersIsTakenApart() {
    Refusals inner = new Refusals();
    inner.check(() -> refuse("x"));
    inner.check(() -> refuse("y"));
    Refusals outer = new Refusals();
    outer.check(() -> refuse("y"));
    outer.check(inner::throwIfAny);

    assertThat(members(outer::throwIfAny)).containsExactly("y", "x");
  }

  @Test
  void everyCoordinateThatIsWrongIsTold() {
    assertThat(members(() -> new Position(Double.NaN, 0, 10_001))).containsExactly("x", "z");
  }

  @Test
  void everyMeasureThatIsWrongIsTold() {
    Sides steep = new Sides(0.0, null, 91.0, 0.0);

    assertThat(members(() -> new TemplateShape(-1, -1.0, 5.0, null, null, 2.0, null, null, steep)))
        .containsExactly("angleFromNorth", "height", "length", "inclination");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/passwd", "..", "a/../b", "C:\\a", "a\\b", "a\u0000b", "a?", "\\\\h\\s"})
  void pathThatLeavesTheDataFolderIsRefused(String path) {
    assertThat(members(() -> new EnvironmentPaths(path, path, path)))
        .containsExactly("currentsPath", "wavesPath", "simulatedLeaksPath");
  }

  @ParameterizedTest
  @ValueSource(strings = {"currents.csv", "sea/north east/currents..csv", "./a"})
  void pathBelowTheDataFolderIsTaken(String path) {
    assertThat(new EnvironmentPaths(path, " ", null))
        .isEqualTo(new EnvironmentPaths(path, null, null));
  }

  private static void refuse(String member) {
    throw RefusedException.invalid(member, "refused");
  }

  private static List<String> members(Runnable wrong) {
    RefusedException thrown = catchThrowableOfType(RefusedException.class, wrong::run);
    return Refusals.of(thrown).stream().map(refusal -> refusal.path().get(1)).toList();
  }
}
