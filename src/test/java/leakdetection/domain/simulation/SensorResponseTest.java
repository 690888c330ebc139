package leakdetection.domain.simulation;

import static leakdetection.GoldenData.number;
import static leakdetection.GoldenData.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import leakdetection.GoldenData;
import org.junit.jupiter.api.Test;

class SensorResponseTest {

  @Test
  void responseMatchesTheOriginalProgram() throws IOException {
    for (Map<String, Object> run : GoldenData.objects("time_constant.json")) {
      SensorResponse response =
          new SensorResponse(
              Duration.ofMinutes((long) number(run.get("tau_min"))), Double.POSITIVE_INFINITY);
      double[] expected = numbers(run.get("output"));
      double[] readings =
          response.apply(
              numbers(run.get("input")), Duration.ofMinutes((long) number(run.get("dt_min"))));
      assertThat(readings).hasSameSizeAs(expected);
      for (int i = 0; i < expected.length; i++) {
        assertThat(readings[i]).isCloseTo(expected[i], within(1e-9 * Math.abs(expected[i])));
      }
    }
  }

  @Test
  void saturatedSensorRecoversAtItsOwnPace() {
    double[] water = new double[200];
    Arrays.fill(water, 0, 100, 50_000);
    double[] readings = SensorResponse.STANDARD.apply(water, Duration.ofMinutes(10));
    assertThat(Arrays.stream(readings).max()).hasValue(10_000);
    assertThat(readings[101]).isEqualTo(10_000);
    assertThat(readings[198]).isLessThan(100);
  }

  @Test
  void gapInTheWaterIsBridgedByTheValueBeforeIt() {
    double[] readings =
        SensorResponse.STANDARD.apply(
            new double[] {100, 100, Double.NaN, Double.NaN, 100}, Duration.ofMinutes(10));
    assertThat(readings)
        .containsExactly(
            SensorResponse.STANDARD.apply(
                new double[] {100, 100, 100, 100, 100}, Duration.ofMinutes(10)));
  }
}
