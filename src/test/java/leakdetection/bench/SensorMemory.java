package leakdetection.bench;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Series;

/**
 * Holds many detectors of one kind at once, runs each over a history, and prints the heap in use.
 *
 * <p>Arguments: detector id, number of sensors, live readings of each. Run with {@code -Xmx512m} to
 * see whether it fits.
 */
public final class SensorMemory {

  private static final int BASELINES = 8;

  private SensorMemory() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) {
    String id = arguments[0];
    int sensors = Integer.parseInt(arguments[1]);
    int readings = Integer.parseInt(arguments[2]);
    DetectorProvider provider =
        StreamSupport.stream(ServiceLoader.load(DetectorProvider.class).spliterator(), false)
            .filter(found -> found.descriptor().id().equals(id))
            .findFirst()
            .orElseThrow();
    Series[] baselines = new Series[BASELINES];
    double[][] live = new double[BASELINES][];
    for (int i = 0; i < BASELINES; i++) {
      baselines[i] = new Series(GasSeries.ppmv(4320, i), GasSeries.INTERVAL);
      live[i] = GasSeries.ppmv(readings, 100 + i);
    }
    long before = used();
    Detector[] detectors = new Detector[sensors];
    double sum = 0;
    for (int sensor = 0; sensor < sensors; sensor++) {
      detectors[sensor] =
          provider.create(
              new DetectorContext(
                  baselines[sensor % BASELINES],
                  provider.descriptor().settings(Map.of()),
                  List.of()));
      for (int i = 0; i < readings; i++) {
        sum += detectors[sensor].assess(GasSeries.reading(i, live[sensor % BASELINES][i])).score();
      }
    }
    long bytes = used() - before;
    System.out.printf(
        "%s: %d sensors after %d readings each hold %.1f MB, %.1f kB a sensor (heap limit %.0f MB, check %s)%n",
        id,
        detectors.length,
        readings,
        bytes / 1e6,
        bytes / 1e3 / sensors,
        Runtime.getRuntime().maxMemory() / 1e6,
        Double.isNaN(sum));
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
