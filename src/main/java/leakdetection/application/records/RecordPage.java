package leakdetection.application.records;

import java.util.List;

/**
 * A page of a list.
 *
 * @param rows at most {@link RecordQuery#PAGE}
 * @param total how many there are on all pages, counted no further than {@link RecordQuery#COUNTED}
 */
public record RecordPage(List<RecordRow> rows, int total) {

  /** Tells whether there are more than were counted. */
  public boolean isMore() {
    return total > RecordQuery.COUNTED;
  }

  /** Returns the number of the last page that can be shown, from 1. */
  public int lastPage() {
    int counted = Math.min(total, RecordQuery.COUNTED);
    return Math.max(1, (counted + RecordQuery.PAGE - 1) / RecordQuery.PAGE);
  }
}
