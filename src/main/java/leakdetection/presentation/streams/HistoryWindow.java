package leakdetection.presentation.streams;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import leakdetection.presentation.web.IsoInstant;

/**
 * Which part of the history a client wants first: the newest items, not before an instant.
 *
 * @param limit at most so many items, 0 to {@value #MAX_LIMIT}
 * @param from not before this instant
 */
public record HistoryWindow(int limit, Instant from) {

  /** How many items a client gets that does not say. */
  public static final int DEFAULT_LIMIT = 20_000;

  /** How many items a client may ask for. */
  public static final int MAX_LIMIT = 50_000;

  /**
   * Reads the window from the query of the stream's address, {@code limit} and {@code from}.
   *
   * @throws StreamRefusedException if a value cannot be understood or is out of bounds
   */
  public static HistoryWindow of(Map<String, List<String>> query) {
    return new HistoryWindow(
        value(query, "limit").map(HistoryWindow::limit).orElse(DEFAULT_LIMIT),
        value(query, "from").map(HistoryWindow::instant).orElse(Instant.MIN));
  }

  /** Returns the items that are not too early; they are in the order of their times. */
  public <T> List<T> of(List<T> items, Function<T, Instant> time) {
    return items.stream().dropWhile(item -> time.apply(item).isBefore(from)).toList();
  }

  private static Optional<String> value(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of()).stream().filter(text -> !text.isEmpty()).findFirst();
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (0 <= limit && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below like a number out of bounds.
    }
    throw new StreamRefusedException(
        Closing.badRequest("The limit (%s) must be from 0 to %d.".formatted(text, MAX_LIMIT)));
  }

  private static Instant instant(String text) {
    try {
      return IsoInstant.parse(text);
    } catch (DateTimeException notAnInstant) {
      throw new StreamRefusedException(
          Closing.badRequest(
              "The time from (%s) must be like 2026-05-01T00:00:00Z.".formatted(text)));
    }
  }
}
