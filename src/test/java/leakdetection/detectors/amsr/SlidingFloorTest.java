package leakdetection.detectors.amsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import leakdetection.numerics.Quantiles;
import org.junit.jupiter.api.Test;

class SlidingFloorTest {

  @Test
  void floorIsTheQuantileOfTheWindow() {
    Random random = new Random(9);
    int length = 1500;
    int[] minutes = new int[length];
    int[] millis = new int[length];
    SlidingFloor floor = new SlidingFloor(12, Sampling.of(Duration.ofMinutes(10)));
    for (int i = 0; i < length; i++) {
      minutes[i] = i == 0 ? 0 : minutes[i - 1] + (random.nextInt(40) == 0 ? 300 : 10);
      millis[i] = random.nextInt(30) * 1000 - 5000;
      floor.slide(minutes, millis, -1, i);
      double[] window = new double[length];
      int count = 0;
      for (int j = i; j >= 0 && minutes[j] > minutes[i] - 720; j--) {
        window[count++] = millis[j] / 1000.0;
      }
      if (count < 0.4 * 72) {
        assertThat(floor.floor()).isNaN();
      } else {
        assertThat(floor.floor()).isCloseTo(Quantiles.quantile(window, count, 0.2), within(1e-9));
      }
    }
  }
}
