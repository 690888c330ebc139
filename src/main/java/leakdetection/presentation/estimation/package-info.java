/** The estimations at the edge: how they are streamed. */
package leakdetection.presentation.estimation;
