package leakdetection.presentation.streams;

/**
 * One message of a stream, rendered once and shared by all its clients.
 *
 * @param id grows from item to item of a topic; tells what a history already holds
 * @param text the whole message, JSON
 */
public record StreamItem(long id, String text) {}
