/**
 * Where readings come from: the readers of the fields' files and the sources that feed a sensor.
 *
 * <p>{@link leakdetection.infrastructure.ingest.FieldReadingParsers} knows which parser reads which
 * field's files. A parser yields raw rows and malformed lines, never an exception for what a line
 * says; whether a reading is usable is decided by the domain, storing and judging happen behind it.
 */
package leakdetection.infrastructure.ingest;
