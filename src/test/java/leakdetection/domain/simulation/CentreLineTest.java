package leakdetection.domain.simulation;

import static leakdetection.GoldenData.number;
import static leakdetection.GoldenData.numbers;
import static leakdetection.GoldenData.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import leakdetection.GoldenData;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CentreLineTest {

  private static final double FLOW = CompatiblePlumeModel.LITRES_PER_MINUTE / 60_000;

  @Test
  void centreLinesMatchTheOriginalProgram() throws IOException {
    for (Map<String, Object> run : GoldenData.objects("plume2d_centreline.json")) {
      double dt = number(run.get("runtime_s")) / (number(run.get("n_rows")) - 1);
      PlumeSettings settings = stepping(dt);
      PlumeSource source =
          PlumeSource.of(SeaWater.STANDARD, number(run.get("z0_m")), FLOW, settings);
      CentreLine line =
          new CentreLineIntegration(SeaWater.STANDARD, source, number(run.get("U_m_s")), settings)
              .run();
      assertThat(line.length()).isEqualTo((int) number(run.get("n_rows")));
      Map<String, Object> rows = object(run.get("rows"));
      double[] points = numbers(rows.get("N"));
      for (int i = 0; i < points.length; i++) {
        int point = (int) points[i];
        assertThat(line.along(point)).isCloseTo(numbers(rows.get("x"))[i], relative(rows, "x", i));
        assertThat(line.rise(point))
            .isCloseTo(numbers(rows.get("plume-rise"))[i], relative(rows, "plume-rise", i));
        assertThat(line.sigma(point))
            .isCloseTo(numbers(rows.get("sigma"))[i], relative(rows, "sigma", i));
        assertThat(line.concentration(point))
            .isCloseTo(numbers(rows.get("Co"))[i], relative(rows, "Co", i));
      }
    }
  }

  private static Offset<Double> relative(Map<String, Object> rows, String column, int i) {
    return within(1e-9 * Math.abs(numbers(rows.get(column))[i]));
  }

  private static PlumeSettings stepping(double dt) {
    PlumeSettings c = PlumeSettings.COMPATIBLE;
    return new PlumeSettings(
        c.exitDiameter(),
        c.gasToOil(),
        c.oilDropDrag(),
        c.largestBubble(),
        c.ppmvPerMicrogramPerLitre(),
        dt,
        c.longest(),
        c.reach(),
        c.mended());
  }
}
