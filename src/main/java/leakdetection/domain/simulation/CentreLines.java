package leakdetection.domain.simulation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The centre lines of one leak in currents of any speed, computed when first asked for.
 * Thread-safe.
 *
 * <p>Speeds on a grid of 1 mm/s are found by index, others by value, so that estimations, which
 * round their speeds, do not spend their time in a map.
 */
final class CentreLines {

  private static final double GRID = 0.001;
  private static final int GRID_SIZE = 1000;

  private final SeaWater water;
  private final PlumeSource source;
  private final PlumeSettings settings;
  private final AtomicReferenceArray<CentreLine> onGrid = new AtomicReferenceArray<>(GRID_SIZE);
  private final Map<Double, CentreLine> offGrid = new ConcurrentHashMap<>();

  CentreLines(SeaWater water, PlumeSource source, PlumeSettings settings) {
    this.water = water;
    this.source = source;
    this.settings = settings;
  }

  /** Returns the centre line at a speed of the current, m/s, not negative. */
  CentreLine at(double speed) {
    int index = (int) Math.rint(speed / GRID);
    if (index >= GRID_SIZE || index * GRID != speed) {
      return offGrid.computeIfAbsent(speed, this::integrate);
    }
    CentreLine line = onGrid.get(index);
    if (line == null) {
      // Two threads may both compute it; they get the same numbers.
      line = integrate(speed);
      onGrid.set(index, line);
    }
    return line;
  }

  private CentreLine integrate(double speed) {
    return new CentreLineIntegration(water, source, speed, settings).run();
  }
}
