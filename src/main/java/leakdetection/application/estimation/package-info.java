/**
 * Use cases around estimations: over files here, on the running server in the classes beside.
 *
 * <p>{@link leakdetection.application.estimation.LocaliseTrials} and {@link
 * leakdetection.application.estimation.LocaliseTemplate} need neither a database nor a server; the
 * command line runs them. What an estimation is lives in {@code domain.estimation}.
 */
package leakdetection.application.estimation;
