/**
 * Cares for long histories: rolls up the days that are over, and removes what is older than what is
 * kept. Readings and detections go the same way.
 */
package leakdetection.application.history;
