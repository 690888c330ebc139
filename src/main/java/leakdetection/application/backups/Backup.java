package leakdetection.application.backups;

import java.time.Instant;

/**
 * A copy of the database that was found to be sound.
 *
 * @param name of its file in the folder of the backups
 * @param madeAt the moment that it shows
 * @param bytes its size
 */
public record Backup(String name, Instant madeAt, long bytes) {}
