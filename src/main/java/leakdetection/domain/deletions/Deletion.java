package leakdetection.domain.deletions;

import java.time.Instant;

/**
 * Something that was deleted and can be brought back.
 *
 * @param id of the deletion
 * @param table that it was in
 * @param recordId its id, which it gets again
 * @param label how people know it
 * @param rows how many rows went, with all that belonged to it
 * @param at when
 */
public record Deletion(long id, String table, long recordId, String label, long rows, Instant at) {}
