package leakdetection.domain.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import leakdetection.domain.simulation.CompatiblePlumeModel;
import org.junit.jupiter.api.Test;

class LeakTestTest {

  private static final LeakEvidence NOTHING = new LeakEvidence(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  @Test
  void interceptIsShiftedToTheBaseRate() {
    LeakTest test = new LeakTest(0, new double[LeakEvidence.NAMES.size()], 0.5);
    assertThat(test.probability(NOTHING, 0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(test.probability(NOTHING, 0.1)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void coefficientsBelongToTheFiguresInTheirOrder() {
    double[] coefficients = new double[LeakEvidence.NAMES.size()];
    coefficients[LeakEvidence.NAMES.indexOf("spike")] = 2;
    LeakEvidence spiky = new LeakEvidence(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    assertThat(new LeakTest(0, coefficients, 0.5).probability(spiky, 0.5))
        .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
  }

  @Test
  void simulatedLeaksAreFoundAndOtherWindowsAreNot() throws IOException {
    TrialSimulator simulator = LeakTestTraining.simulator(31, 4);
    int leaks = 0;
    int first = 0;
    int blamed = 0;
    int confirmedWrongly = 0;
    int others = 0;
    for (int i = 0; leaks < 6 || others < 4; i++) {
      // Every third trial has four candidates, which is the quickest to weigh.
      SimulatedTrial simulated = simulator.next(3 * i);
      Estimation estimation =
          new BayesEstimator()
              .estimate(simulated.trial().task(), new CompatiblePlumeModel(), Runnable::run);
      if (simulated.leak()) {
        leaks++;
        String named = estimation.best().orElseThrow().leak().name();
        first += named.equals(Integer.toString(simulated.point())) ? 1 : 0;
      } else {
        others++;
        blamed += estimation.leak() > 0.5 ? 1 : 0;
        confirmedWrongly += estimation.result() == EstimationResult.CONFIRMED ? 1 : 0;
      }
    }
    assertThat(first).isGreaterThanOrEqualTo(leaks / 2);
    assertThat(blamed).isLessThanOrEqualTo(1);
    assertThat(confirmedWrongly).isZero();
  }
}
