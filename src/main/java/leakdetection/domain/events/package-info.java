/**
 * What people are told: sensor events, raised only when a sensor's state changes, and system
 * events, messages to the operators.
 */
package leakdetection.domain.events;
