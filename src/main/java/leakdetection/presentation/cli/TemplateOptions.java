package leakdetection.presentation.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import leakdetection.application.estimation.TemplateFiles;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.Site;
import picocli.CommandLine.Option;

/** Where a template's own data are, and which window of them is asked about. */
final class TemplateOptions {

  @Option(
      names = "--readings",
      paramLabel = "DIR",
      required = true,
      description = "Folder with NAME.csv per sensor.")
  private Path readings;

  @Option(
      names = "--sensors",
      paramLabel = "FILE",
      required = true,
      description = "Sensors' positions.")
  private Path sensors;

  @Option(
      names = "--currents",
      paramLabel = "FILE",
      required = true,
      description = "Measured currents.")
  private Path currents;

  @Option(names = "--leaks", paramLabel = "FILE", required = true, description = "Candidate leaks.")
  private Path leaks;

  @Option(names = "--waves", paramLabel = "FILE", description = "Measured waves.")
  private Path waves;

  @Option(
      names = "--angle",
      paramLabel = "DEGREES",
      description = "The template's angle from north, 0 to 360 (default: 0).")
  private double angle;

  @Option(names = "--depth", paramLabel = "M", description = "Depth of the water (default: 90).")
  private double depth = SeaWater.STANDARD.depth();

  @Option(
      names = "--temperature",
      paramLabel = "DEGC",
      description = "Temperature of the water (default: 6).")
  private double temperature = SeaWater.STANDARD.temperature();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "End of the window (default: the last reading).")
  private Instant until;

  @Option(names = "--hours", paramLabel = "N", description = "Length of the window (default: 24).")
  private int hours = 24;

  @Option(
      names = "--step",
      paramLabel = "MINUTES",
      description = "Between two readings (default: 10).")
  private int step = 10;

  /**
   * Returns the files and the window.
   *
   * @throws IllegalArgumentException if a figure is out of bounds
   */
  TemplateFiles files() {
    return new TemplateFiles(
        sensors,
        readings,
        currents,
        Optional.ofNullable(waves),
        leaks,
        Site.open(angle, new SeaWater(depth, temperature)),
        Optional.ofNullable(until),
        Duration.ofHours(hours),
        Duration.ofMinutes(step));
  }
}
