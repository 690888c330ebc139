/**
 * Use cases around estimations: over files here, on the running server in the classes beside.
 *
 * <p>{@link leakdetection.application.estimation.LocaliseTrials} needs neither a database nor a
 * server; the command line runs it and an estimator over a template's own files. What an estimation
 * is lives in {@code domain.estimation}.
 */
package leakdetection.application.estimation;
