package leakdetection.application.tsd;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.domain.tsd.ReadingTail;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * The end of each sensor's readings as of the unit of work that runs; forgotten when a unit is
 * rolled back, and then read again. Touched by whoever writes, and by nobody else.
 */
final class SensorTails {

  private final Map<Long, ReadingTail> tails = new ConcurrentHashMap<>();

  ReadingTail of(long sensorId, TimeSeriesDataRepository readings) {
    ReadingTail known = tails.get(sensorId);
    if (known == null) {
      known = read(sensorId, readings);
      tails.put(sensorId, known);
    }
    return known;
  }

  private static ReadingTail read(long sensorId, TimeSeriesDataRepository readings) {
    ReadingTail tail = ReadingTail.of(readings.newest(sensorId, ReadingTail.LENGTH));
    double unchanged = tail.unchanged();
    if (!Double.isNaN(unchanged)) {
      tail.unchangedSince(readings.unchangedSince(sensorId, unchanged).orElse(Instant.MAX));
    }
    return tail;
  }

  void forget(long sensorId) {
    tails.remove(sensorId);
  }
}
