package leakdetection.application.backtest;

import java.util.List;

/**
 * One sensor's material for a backtest.
 *
 * @param stream the sensor or the part of its history
 * @param training what a detector learns from; ends before the test part begins
 * @param clean the test part without injected leaks: an alarm here is a false one
 * @param suspect [n of clean] whether a reading belongs to a real, unexplained episode: an alarm
 *     there is neither right nor false, and its time does not count
 * @param copies the test part with leaks
 */
public record Trial(
    String stream, History training, History clean, boolean[] suspect, List<LeakyCopy> copies) {

  /**
   * @throws IllegalArgumentException if there is not one suspect flag per reading
   */
  public Trial {
    if (suspect.length != clean.length()) {
      throw new IllegalArgumentException(
          "%s has %d suspect flags for %d readings."
              .formatted(stream, suspect.length, clean.length()));
    }
    copies = List.copyOf(copies);
  }
}
