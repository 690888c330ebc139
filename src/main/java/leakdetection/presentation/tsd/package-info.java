/** The readings at the edge: how they are shown, sent and streamed. */
package leakdetection.presentation.tsd;
