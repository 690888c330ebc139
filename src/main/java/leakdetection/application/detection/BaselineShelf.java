package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.Writer;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineVersion;
import leakdetection.spi.Series;

/**
 * Hands out the baseline that a sensor is judged by. All sensors with the same baseline share one
 * copy of its readings.
 */
@ApplicationScoped
public class BaselineShelf {

  /** The bank's baseline by which a new sensor is judged. */
  public static final String FIRST = "high";

  @Inject Writer writer;
  @Inject BaselineRepository baselines;
  @Inject Clock clock;

  // By baseline id. Weak: a series lives as long as a detector holds it.
  private final Map<Long, WeakReference<Series>> shared = new ConcurrentHashMap<>();

  /**
   * Returns the version in force, and puts the bank's first one into force if there is none yet.
   * While a sensor has learned no procedure, its normal baseline serves in feedback mode too.
   *
   * @throws IllegalStateException if the bank holds no baseline {@value #FIRST}
   */
  public BaselineVersion inForce(long sensorId, BaselineRole role) {
    Optional<BaselineVersion> version = baselines.current(sensorId, role);
    if (version.isPresent()) {
      return version.get();
    }
    return role == BaselineRole.NORMAL
        ? writer.write(() -> putFirstIntoForce(sensorId))
        : inForce(sensorId, BaselineRole.NORMAL);
  }

  /** Returns the readings of a baseline, the same instance for everybody. */
  public Series series(Baseline baseline) {
    WeakReference<Series> known = shared.get(baseline.id());
    Series series = known == null ? null : known.get();
    if (series != null) {
      return series;
    }
    synchronized (shared) {
      known = shared.get(baseline.id());
      series = known == null ? null : known.get();
      if (series == null) {
        series = new Series(baseline.series().ppmv(), baseline.interval());
        shared.put(baseline.id(), new WeakReference<>(series));
      }
      return series;
    }
  }

  private BaselineVersion putFirstIntoForce(long sensorId) {
    return baselines
        .current(sensorId, BaselineRole.NORMAL)
        .orElseGet(
            () ->
                baselines.add(
                    new BaselineVersion(
                        sensorId,
                        BaselineRole.NORMAL,
                        1,
                        first(),
                        "A new sensor starts with the bank's baseline %s.".formatted(FIRST),
                        clock.instant())));
  }

  private Baseline first() {
    return baselines.bank().stream()
        .filter(baseline -> baseline.name().equals(FIRST))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The bank holds no baseline %s.".formatted(FIRST)));
  }
}
