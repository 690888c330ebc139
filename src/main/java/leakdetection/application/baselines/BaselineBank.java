package leakdetection.application.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import leakdetection.application.Writer;
import leakdetection.application.detection.BaselineShelf;
import leakdetection.domain.Names;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.domain.deletions.DeletionRepository;

/** Keeps the baselines that are offered to every sensor. */
@ApplicationScoped
public class BaselineBank {

  /** The shortest baseline that a window of a day can be compared with. */
  private static final int SHORTEST = 288;

  @Inject Writer writer;
  @Inject BaselineRepository baselines;
  @Inject DeletionRepository deletions;
  @Inject Clock clock;

  /** Returns the bank, by name. */
  public List<Baseline> all() {
    return baselines.bank();
  }

  /**
   * @throws RefusedException if there is no such baseline
   */
  public Baseline get(long id) {
    return baselines.find(id).orElseThrow(() -> RefusedException.unknown("baseline", id));
  }

  /**
   * Adds a baseline to the bank.
   *
   * @param name unique in the bank
   * @param ppmv [n], ppmv, oldest first; NaN where two recordings were joined
   * @param provenance where it comes from, one sentence
   * @throws RefusedException if the name is taken, or the series is too short, too long or flat
   */
  public Baseline add(String name, double[] ppmv, Duration interval, String provenance) {
    String checked = Names.checked(name);
    if (ppmv.length < SHORTEST || ppmv.length > BaselineSeries.MAX_LENGTH) {
      throw RefusedException.invalid(
          "ppmv",
          "A baseline needs %d to %d readings, not %d."
              .formatted(SHORTEST, BaselineSeries.MAX_LENGTH, ppmv.length));
    }
    if (interval.toSeconds() < 1 || interval.compareTo(Duration.ofDays(1)) > 0) {
      throw RefusedException.invalid(
          "intervalSeconds",
          "The sampling interval (%d s) must be from 1 to 86,400 s."
              .formatted(interval.toSeconds()));
    }
    BaselineSeries series = new BaselineSeries(ppmv, interval);
    if (!(series.variance() > 0)) {
      throw RefusedException.invalid(
          "ppmv", "A baseline whose readings are all alike is of no use.");
    }
    return writer.write(
        () -> {
          if (baselines.bank().stream().anyMatch(known -> known.name().equals(checked))) {
            throw RefusedException.conflict(
                "name", "The bank already holds a baseline %s.".formatted(checked));
          }
          return baselines.keep(new Baseline(checked, series, true, provenance, clock.instant()));
        });
  }

  /**
   * Takes a baseline out of the bank.
   *
   * @throws RefusedException if there is no such baseline, new sensors start with it, or a sensor
   *     is or was judged by it
   */
  public void remove(long id) {
    writer.write(
        () -> {
          Baseline baseline = get(id);
          if (baseline.name().equals(BaselineShelf.FIRST)) {
            throw inUse("New sensors start with the baseline %s.".formatted(baseline.name()));
          }
          if (baselines.isUsed(id)) {
            throw inUse(
                "Baseline %s is or was in force at a sensor; its versions need it."
                    .formatted(baseline.name()));
          }
          deletions.keep("baselines", id, "Baseline " + baseline.name(), clock.instant());
          baselines.remove(baseline);
          return id;
        });
  }

  private static RefusedException inUse(String message) {
    return new RefusedException(RefusedException.Reason.CONFLICT, List.of("path", "id"), message);
  }
}
