package leakdetection.domain.history;

import java.time.Duration;
import java.util.List;

/**
 * A part of a history in few points: the smallest and the largest value of each stretch, at their
 * own times, so that no peak is lost.
 *
 * @param width length of the stretches, whole multiples of it since 1970; zero when every value is
 *     there
 * @param values how many usable values the part holds
 * @param unusable how many it holds besides
 * @param points in the order of their times
 */
public record SampledHistory(
    Duration width, long values, long unusable, List<HistoryPoint> points) {

  public SampledHistory {
    points = List.copyOf(points);
  }
}
