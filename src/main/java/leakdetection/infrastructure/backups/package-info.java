/**
 * The database as files: the lock beside it, copies of it, and whether it is sound. Used by the
 * server and, without it, by the command line; so nothing here needs a container but {@code
 * BackupFolder}.
 */
package leakdetection.infrastructure.backups;
