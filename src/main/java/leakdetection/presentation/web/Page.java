package leakdetection.presentation.web;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A page of a list, as it is answered. */
public interface Page {

  /** Returns the cursor of the next page; null on the last one. */
  String next();

  /**
   * Makes a page from items of which one more was looked for than it holds.
   *
   * @param found at most one more than {@code limit}
   * @param limit how many the page holds at most
   * @param body turns an item into what is answered
   * @param cursor what the next page needs to know of the last item of this one
   * @param page makes the page from its items and the next cursor
   */
  static <T, B, P extends Page> P of(
      List<T> found,
      int limit,
      Function<T, B> body,
      ToLongFunction<T> cursor,
      BiFunction<List<B>, String, P> page) {
    boolean more = found.size() > limit;
    List<B> bodies = found.stream().limit(limit).map(body).toList();
    return page.apply(
        bodies, more ? Long.toString(cursor.applyAsLong(found.get(limit - 1))) : null);
  }
}
