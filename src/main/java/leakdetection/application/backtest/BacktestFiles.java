package leakdetection.application.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The files that a backtest reads and writes; found through {@link java.util.ServiceLoader} where
 * there is no container.
 */
public interface BacktestFiles {

  /**
   * Returns the streams of a benchmark folder, in the order of their names.
   *
   * @param folder holds one {@code ID.csv.gz} a stream and {@code events.csv}
   * @param skip streams to leave out; names that the folder does not have are ignored
   * @throws BrokenFileException if the folder holds no stream or its list of leaks is broken
   * @throws IOException if it cannot be read
   */
  List<TrialSource> benchmark(Path folder, Set<String> skip) throws IOException;

  /**
   * Returns the readings of one CSV file, plain or gzipped, sorted by time; of several rows with
   * one time the last counts.
   *
   * @throws BrokenFileException if a line holds no reading
   * @throws IOException if it cannot be read
   */
  History history(Path file) throws IOException;

  /**
   * Begins a file of levels with the columns {@code series,time,level}.
   *
   * @throws IOException if the file cannot be written
   */
  LevelFile levels(Path file) throws IOException;

  /**
   * Writes the figures as CSV, one row per detector and size of leak.
   *
   * @throws IOException if the file cannot be written
   */
  void figures(Path file, BacktestResult result) throws IOException;

  /** A file of levels that appears whole when it is kept, and not at all otherwise. */
  interface LevelFile extends LevelSink, AutoCloseable {

    /**
     * Puts the finished file in its place.
     *
     * @throws IOException if that is not possible
     */
    void keep() throws IOException;

    /** Ends the writing; discards what was not kept. */
    @Override
    void close() throws IOException;
  }
}
