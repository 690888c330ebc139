/**
 * Which leak explains the readings: estimators over candidate leaks.
 *
 * <p>An {@link leakdetection.domain.estimation.Estimator} compares the readings of a template's
 * sensors over a window with what a plume model says for every candidate, and answers with
 * probabilities, a rate with its interval and a result. Loading the window's readings and currents,
 * running it off the request threads and storing the answer belong to the application layer.
 */
package leakdetection.domain.estimation;
