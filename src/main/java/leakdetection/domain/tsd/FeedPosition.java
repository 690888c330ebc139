package leakdetection.domain.tsd;

/**
 * How far a source has been read, kept in the same transaction as its readings so that a restart
 * goes on with the next row: none is lost, none is stored twice.
 *
 * @param source names the source, for example the file
 * @param line the last row that was recorded, from 1
 */
public record FeedPosition(String source, long line) {}
