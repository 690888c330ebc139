/** Sensors and what people set for them, in the REST API. */
package leakdetection.presentation.sensors;
