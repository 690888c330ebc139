/**
 * The use cases: one class per actor's goal, one method one transaction, and the pipeline from a
 * reading to an alarm.
 *
 * <p>What changes the database runs as the one writer (see {@link
 * leakdetection.application.Writer}); events of the domain are fired after the commit and hand over
 * quickly.
 */
package leakdetection.application;
