package leakdetection.domain.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import leakdetection.domain.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateShapeTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 360.001, Double.NaN, Double.POSITIVE_INFINITY})
  void theAngleFromNorthIsFrom0To360Degrees(double angle) {
    assertThatThrownBy(() -> open(angle, 5.0))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(angle + " degrees");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 180, 360})
  void theEndsOfTheCircleAreAllowed(double angle) {
    assertThatCode(() -> open(angle, 5.0)).doesNotThrowAnyException();
  }

  @Test
  void zeroForASizeMeansNotGiven() {
    assertThat(open(10, 0.0).height()).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1.1e6, Double.NaN})
  void aSizeIsPositiveAndHasAnEnd(double height) {
    assertThatThrownBy(() -> open(10, height))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("height");
  }

  @Test
  void aRoofNeedsLengthAndWidthOrTheInternalVolume() {
    assertThatThrownBy(() -> roofed(null, 20.0, null)).hasMessageContaining("internal volume");
    assertThatThrownBy(() -> roofed(null, null, 20.0)).hasMessageContaining("internal volume");
    assertThatCode(() -> roofed(null, 20.0, 20.0)).doesNotThrowAnyException();
    assertThatCode(() -> roofed(900.0, null, null)).doesNotThrowAnyException();
  }

  @Test
  void aSideOutsideItsRangeIsRefused() {
    Sides good = new Sides(0.1, null, 0.0, 1.0);
    assertThatCode(() -> walled(good)).doesNotThrowAnyException();
    assertThatThrownBy(() -> walled(new Sides(0.1, 1.01, null, null)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("porosity")
        .hasMessageContaining("1.01");
  }

  private static TemplateShape open(double angle, Double height) {
    return new TemplateShape(angle, height, null, null, null, null, null, null, null);
  }

  private static TemplateShape roofed(Double volume, Double length, Double width) {
    return new TemplateShape(0, 5.0, 8.0, volume, length, width, null, null, null);
  }

  private static TemplateShape walled(Sides porosity) {
    return new TemplateShape(0, 5.0, null, null, null, null, porosity, null, null);
  }
}
