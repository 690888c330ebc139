package leakdetection.application.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import leakdetection.domain.estimation.Estimator;
import leakdetection.domain.simulation.PlumeModel;

/** Answers localisation trials, one after the other, each with all the threads that there are. */
public final class LocaliseTrials {

  private final Estimator estimator;
  private final PlumeModel model;
  private final Executor executor;

  /**
   * @param model that the trials were simulated with
   * @param executor of helping threads; {@code Runnable::run} for none
   */
  public LocaliseTrials(Estimator estimator, PlumeModel model, Executor executor) {
    this.estimator = estimator;
    this.model = model;
    this.executor = executor;
  }

  /**
   * Answers all trials.
   *
   * @param answered is told the number of trials answered so far
   * @return in the trials' order
   * @throws IllegalArgumentException if a trial's parts do not fit together; the message names it
   */
  public List<TrialAnswer> run(TrialSet trials, IntConsumer answered) {
    List<TrialAnswer> answers = new ArrayList<>();
    for (Trial trial : trials.trials()) {
      try {
        answers.add(
            new TrialAnswer(trial.number(), estimator.estimate(trial.task(), model, executor)));
      } catch (IllegalArgumentException refused) {
        throw new IllegalArgumentException(
            "Trial %d: %s".formatted(trial.number(), refused.getMessage()), refused);
      }
      answered.accept(answers.size());
    }
    return answers;
  }
}
