/** Sensor events and system events at the edge: how they are shown and streamed. */
package leakdetection.presentation.events;
