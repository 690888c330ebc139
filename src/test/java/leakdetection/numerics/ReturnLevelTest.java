package leakdetection.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnLevelTest {

  private static final ReturnLevel YEARLY = new ReturnLevel(52_560, 72);

  @Test
  void levelOfExponentialValuesIsNearTheTrueOne() {
    Random random = new Random(5);
    double[] values = random.doubles(50_000).map(v -> -Math.log(1 - v)).toArray();
    // With one value a cluster: exceeded once in 52,560 values.
    double level = new ReturnLevel(52_560, 0).of(values, values.length);
    assertThat(level).isCloseTo(Math.log(52_560), within(1.5));
  }

  @Test
  void fewExceedancesGiveTheLargestAndATenth() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    assertThat(YEARLY.of(values, 100)).isCloseTo(1.1 * 99, within(1e-9));
  }

  @Test
  void largestValuesAreEnough() {
    double[] values = new Random(6).doubles(13_000).map(v -> v * v * v).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double limit = sorted[sorted.length - ReturnLevel.needed(sorted.length)];
    int[] positions = IntStream.range(0, values.length).filter(i -> values[i] >= limit).toArray();
    double[] largest = Arrays.stream(positions).mapToDouble(i -> values[i]).toArray();
    assertThat(YEARLY.ofLargest(positions, largest, values.length))
        .isEqualTo(YEARLY.of(values, values.length));
  }

  @Test
  void seriesWhoseSampleMisleadsIsStillExact() {
    // All large values stand where the sample does not look.
    double[] values = new double[11_000];
    Random random = new Random(7);
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 11 == 0 ? 0 : random.nextDouble();
    }
    double[] shifted = new double[values.length];
    System.arraycopy(values, 1, shifted, 0, values.length - 1);
    assertThat(YEARLY.of(values, values.length))
        .isCloseTo(YEARLY.of(shifted, values.length), within(1e-3));
  }
}
