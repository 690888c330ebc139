/**
 * The subsea structures that carry wells and sensors: their geometry, how they lie to the north and
 * where their measured currents, waves and candidate leaks are kept.
 */
package leakdetection.domain.templates;
