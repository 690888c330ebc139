/**
 * Everything that is kept, as tables for administrators: described once, searched, sorted, filtered
 * and paged in the database, deleted and brought back. What a change means is said by the use cases
 * of the other packages; here is only what they share.
 */
package leakdetection.application.records;
