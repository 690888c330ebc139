package leakdetection.application.estimation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import leakdetection.domain.estimation.Estimation;

/**
 * The files that localisation reads and writes; found through {@link java.util.ServiceLoader} where
 * there is no container.
 */
public interface LocalisationFiles {

  /**
   * Reads localisation trials: JSON, gzipped when the name ends in {@code .gz}.
   *
   * @throws IOException if it cannot be read, is no JSON or lacks a member; the message names it
   */
  TrialSet trials(Path file) throws IOException;

  /**
   * Writes answers as JSON: {@code [{"trial", "result", "rate", "interval": [low, high],
   * "candidates": [[point, probability]]}]}, rates in L/min as the trials simulate them.
   *
   * @throws IOException if the file cannot be written
   */
  void answers(Path file, List<TrialAnswer> answers) throws IOException;

  /**
   * Reads the window of a template from its CSV files.
   *
   * @throws IOException if one cannot be read or understood; the message names the file and the
   *     line
   * @throws IllegalArgumentException if they do not fit together, for example no sensor has a
   *     reading within the window
   */
  TemplateWindow window(TemplateFiles files) throws IOException;

  /**
   * Writes one estimation as JSON.
   *
   * @throws IOException if the file cannot be written
   */
  void estimation(Path file, Estimation estimation) throws IOException;
}
