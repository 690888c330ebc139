package leakdetection.application.estimation;

import leakdetection.domain.estimation.Estimation;

/**
 * What an estimator answers to a trial.
 *
 * @param trial its number
 * @param estimation candidates are named by their number in the trial
 */
public record TrialAnswer(int trial, Estimation estimation) {}
