/**
 * The files of localisation: trials and answers as JSON, a template's sensors, currents, waves and
 * candidate leaks as CSV.
 *
 * <p>Knows formats only; what is done with their content is decided in {@code
 * application.estimation}.
 */
package leakdetection.infrastructure.estimation;
