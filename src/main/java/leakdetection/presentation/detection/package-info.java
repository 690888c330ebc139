/** The judgements of readings at the edge: how they are shown and streamed. */
package leakdetection.presentation.detection;
