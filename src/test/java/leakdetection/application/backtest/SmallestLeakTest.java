package leakdetection.application.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallestLeakTest {

  @Test
  void readsTheCrossingOnALogarithmicScale() {
    List<Outcome> outcomes = leaks(100, 80, 100);
    outcomes.addAll(leaks(400, 100, 100));
    Estimate smallest = SmallestLeak.of(outcomes, 1);
    assertThat(smallest.value()).as("halfway from .8 to 1").isCloseTo(200, within(1e-9));
    assertThat(smallest.lower()).isEqualTo(100);
    assertThat(smallest.upper()).isEqualTo(400);
  }

  @Test
  void fewLeaksAreNoCertainty() {
    List<Outcome> outcomes = leaks(50, 0, 3);
    outcomes.addAll(leaks(100, 3, 3));
    Estimate smallest = SmallestLeak.of(outcomes, 1);
    assertThat(smallest.value()).isBetween(50.0, 100.0);
    assertThat(smallest.upper()).as("3 of 3 may well be less than 90 %").isNull();
  }

  @Test
  void aLargerLeakIsNotHarderToFind() {
    List<Outcome> outcomes = leaks(50, 40, 40);
    outcomes.addAll(leaks(100, 30, 40));
    outcomes.addAll(leaks(200, 40, 40));
    assertThat(SmallestLeak.of(outcomes, 1).value())
        .as("50 and 100 pooled")
        .isBetween(100.0, 200.0);
  }

  @Test
  void hasNoValueWhenNoneIsLargeEnough() {
    Estimate smallest = SmallestLeak.of(leaks(1000, 20, 40), 1);
    assertThat(smallest).isEqualTo(new Estimate(null, 1000.0, null));
  }

  @Test
  void isAtMostTheSmallestPeakWhenThatIsFound() {
    Estimate smallest = SmallestLeak.of(leaks(25, 40, 40), 1);
    assertThat(smallest).isEqualTo(new Estimate(25.0, null, 25.0));
  }

  @Test
  void isUnknownWithoutLeaks() {
    assertThat(SmallestLeak.of(List.of(), 1)).isEqualTo(new Estimate(null, null, null));
  }

  private static List<Outcome> leaks(double peak, int found, int count) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      outcomes.add(new Outcome("a", peak, i < found ? 1 : Double.NaN, new boolean[0]));
    }
    return outcomes;
  }
}
