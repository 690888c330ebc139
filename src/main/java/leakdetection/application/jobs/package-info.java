/**
 * Runs long work off the request threads, with progress, cancel and a record of what came of it.
 */
package leakdetection.application.jobs;
