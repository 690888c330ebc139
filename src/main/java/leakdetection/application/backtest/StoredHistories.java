package leakdetection.application.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Makes trials of what is stored; each is read when its turn comes. */
@ApplicationScoped
public class StoredHistories {

  private static final int PAGE = 10_000;

  /** The longest history that is read: 19 years at 10 minutes. */
  private static final int MOST_READINGS = 1_000_000;

  @Inject TimeSeriesDataRepository readings;

  /** Returns the trial of a sensor's stored readings. */
  TrialSource trial(Sensor sensor, BacktestWish wish) {
    return new Stored(sensor.id(), sensor.name(), wish);
  }

  private History history(long sensorId, String name, BacktestWish wish) {
    long[] times = new long[PAGE];
    double[] ppmv = new double[PAGE];
    int length = 0;
    Instant after = wish.from().map(from -> from.minusNanos(1000)).orElse(Instant.MIN);
    List<TimeSeriesData> page;
    do {
      page = readings.judgedAfter(sensorId, after, PAGE);
      for (TimeSeriesData reading : page) {
        long time = reading.timestamp().toEpochMilli();
        boolean repeatsMillisecond = length > 0 && times[length - 1] == time;
        if (repeatsMillisecond
            || wish.to().filter(to -> !reading.timestamp().isBefore(to)).isPresent()) {
          continue;
        }
        if (length == times.length) {
          times = Arrays.copyOf(times, 2 * length);
          ppmv = Arrays.copyOf(ppmv, 2 * length);
        }
        times[length] = time;
        ppmv[length++] = reading.ppmv();
      }
      after = page.isEmpty() ? after : page.get(page.size() - 1).timestamp();
    } while (page.size() == PAGE
        && length < MOST_READINGS
        && wish.to().map(after::isBefore).orElse(true));
    return new History(name, Arrays.copyOf(times, length), Arrays.copyOf(ppmv, length));
  }

  private final class Stored implements TrialSource {
    private final long sensorId;
    private final String name;
    private final BacktestWish wish;

    Stored(long sensorId, String name, BacktestWish wish) {
      this.sensorId = sensorId;
      this.name = name;
      this.wish = wish;
    }

    @Override
    public String stream() {
      return name;
    }

    @Override
    public double weight() {
      return 1;
    }

    @Override
    public Trial load() {
      History history = history(sensorId, name, wish);
      Instant trainUntil =
          wish.trainUntil().orElseGet(() -> InjectedHistory.usualTrainUntil(history));
      return new InjectedHistory(history, trainUntil, List.of(), wish.injection()).load();
    }
  }
}
