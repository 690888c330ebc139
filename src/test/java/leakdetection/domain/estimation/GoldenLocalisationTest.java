package leakdetection.domain.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakdetection.GoldenData;
import leakdetection.SharedData;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.CompatiblePlumeModel;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;
import org.junit.jupiter.api.Test;

/** Cases that another implementation has answered: where it was sure and right, so must we be. */
class GoldenLocalisationTest {

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int READINGS = 144;

  @Test
  void clearCasesAreNamedAsTheReferenceDoes() throws IOException {
    List<double[]> points = GoldenData.rows("localisation/points.csv");
    List<double[]> sensors = GoldenData.rows("localisation/sensors.csv");
    List<double[]> measured = GoldenData.rows("localisation/measured.csv");
    int compared = 0;
    for (double[] row : GoldenData.rows("localisation/cases.csv")) {
      boolean clear = row[4] == row[8] && row[9] > 0.9;
      if (clear) {
        Estimation estimation =
            new BayesEstimator()
                .estimate(
                    task(row, points, sensors, measured),
                    new CompatiblePlumeModel(),
                    Runnable::run);
        RankedCandidate best = estimation.best().orElseThrow();
        assertThat(best.leak().name()).isEqualTo(Integer.toString((int) row[4]));
        double factor = best.rate() / best.leak().rate();
        assertThat(Math.log(factor / row[5])).isCloseTo(0, within(Math.log(2)));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(5);
  }

  private static EstimationTask task(
      double[] row, List<double[]> points, List<double[]> sensors, List<double[]> measured)
      throws IOException {
    List<Leak> candidates = new ArrayList<>();
    for (double[] point : of(points, row[0])) {
      candidates.add(
          Leak.lasting(
              Integer.toString((int) point[1]), 1e-3, new Position(point[2], point[3], point[4])));
    }
    List<double[]> samples = of(measured, row[0]);
    List<SensorReadings> readings = new ArrayList<>();
    for (double[] sensor : of(sensors, row[0])) {
      int column = 2 + (int) sensor[1];
      double[] ppmv = samples.stream().mapToDouble(sample -> sample[column]).toArray();
      assertThat(ppmv).hasSize(READINGS);
      Position position = new Position(sensor[2], sensor[3], sensor[4]);
      readings.add(new SensorReadings("S" + (int) sensor[1], position, ppmv));
    }
    return new EstimationTask(
        Site.open(Math.toDegrees(row[2]), SeaWater.STANDARD),
        candidates,
        readings,
        currents((int) row[3]),
        Optional.empty(),
        STEP,
        new SensorResponse(Duration.ofMinutes(120), Double.POSITIVE_INFINITY));
  }

  private static List<double[]> of(List<double[]> rows, double number) {
    return rows.stream().filter(row -> row[0] == number).toList();
  }

  private static Currents currents(int shift) throws IOException {
    Path file = SharedData.path("data/real/currents.csv");
    List<double[]> rows =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
            .toList();
    double[] east = new double[READINGS + 1];
    double[] north = new double[READINGS + 1];
    for (int i = 0; i <= READINGS; i++) {
      double[] current = rows.get((i + shift) % rows.size());
      east[i] = current[0];
      north[i] = current[1];
    }
    return Currents.ofComponents(east, north, null, STEP);
  }
}
