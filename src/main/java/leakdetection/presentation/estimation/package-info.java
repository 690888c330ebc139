/**
 * Finding the leak, at the edge: estimations by hand and as a stream, what surrounds a template
 * (currents, waves, candidate leaks) and its detection limits, as JSON and CSV.
 */
package leakdetection.presentation.estimation;
