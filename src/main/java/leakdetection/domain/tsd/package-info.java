/**
 * Time series data: the readings of a sensor, each with its raw value and what is thought of its
 * quality. Readings are ordered by time, never by id.
 */
package leakdetection.domain.tsd;
