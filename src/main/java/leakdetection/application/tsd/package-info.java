/**
 * The way in: readings are judged for their quality, stored in batches and announced; and the way
 * back to what was stored.
 */
package leakdetection.application.tsd;
