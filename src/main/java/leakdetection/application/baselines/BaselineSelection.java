package leakdetection.application.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import leakdetection.application.detection.Assignment;
import leakdetection.application.detection.Assignments;
import leakdetection.application.detection.BaselineShelf;
import leakdetection.application.detection.BaselineTrial;
import leakdetection.application.detection.PluginThreads;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.jobs.JobProgress;
import leakdetection.application.jobs.JobWork.Outcome;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.domain.events.SystemEventType;

/**
 * Chooses the best baseline of the bank for a sensor: each is tried on the sensor's cleaned
 * readings; one under which any of them would have been a warning is out, and of the rest the one
 * with the nearest mean and variance is taken.
 */
@ApplicationScoped
public class BaselineSelection {

  @Inject CleanedHistory history;
  @Inject Assignments assignments;
  @Inject BaselineRepository baselines;
  @Inject BaselineShelf shelf;
  @Inject BaselineVersions versions;
  @Inject SystemEvents systemEvents;
  @Inject PluginThreads plugins;
  @Inject Clock clock;

  private record Candidate(Baseline baseline, BaselineTrial trial) {}

  /**
   * Chooses and, unless it is a dry run, puts the choice into force and tells the operators.
   *
   * @throws RefusedException if the sensor is gone or has too few readings
   */
  public Outcome select(long sensorId, boolean dryRun, JobProgress progress) {
    Assignment assignment =
        assignments.of(sensorId).orElseThrow(() -> RefusedException.unknown("sensor", sensorId));
    Baseline before = versions.inForce(sensorId, BaselineRole.NORMAL).baseline();
    CleanedHistory.Cleaned readings = history.sinceSelection(sensorId);
    progress.at(0.2);
    List<Candidate> candidates = candidates(assignment, readings.ppmv(), progress);
    Optional<Baseline> best = best(candidates, readings.ppmv(), before);
    Map<String, String> figures = figures(before, best, candidates, readings.ppmv());
    String summary = summary(assignment.sensorName(), before, best, dryRun);
    if (!dryRun) {
      versions.change(
          sensorId,
          BaselineRole.NORMAL,
          summary,
          inForce -> best.orElse(inForce.baseline()),
          (sensor, inForce) ->
              sensor.configuration().baselineSelected(clock.instant(), readings.upTo()));
      systemEvents.raise(
          best.isPresent() && !isSame(best.get(), before)
              ? SystemEventType.ALERT_SUCCESS
              : SystemEventType.INFO,
          summary,
          sensorId);
    }
    return new Outcome(summary, figures);
  }

  private List<Candidate> candidates(Assignment assignment, double[] ppmv, JobProgress progress) {
    List<Baseline> bank = baselines.bank();
    List<Candidate> candidates = new ArrayList<>();
    for (Baseline baseline : bank) {
      BaselineTrial trial =
          BaselineTrial.of(
              assignment, shelf.series(baseline), ppmv, history.window(), progress, plugins);
      candidates.add(new Candidate(baseline, trial));
      progress.at(0.2 + 0.8 * candidates.size() / bank.size());
    }
    return candidates;
  }

  /** Returns the quiet candidate with the nearest mean and logarithm of the variance. */
  private static Optional<Baseline> best(
      List<Candidate> candidates, double[] ppmv, Baseline before) {
    BaselineSeries readings = new BaselineSeries(ppmv, before.interval());
    double meanUnit =
        deviation(candidates.stream().mapToDouble(c -> c.baseline().mean()).toArray());
    double varianceUnit =
        deviation(candidates.stream().mapToDouble(c -> logVariance(c.baseline())).toArray());
    return candidates.stream()
        .filter(candidate -> candidate.trial().isQuiet())
        .map(Candidate::baseline)
        .min(
            Comparator.comparingDouble(
                baseline ->
                    Math.hypot(
                        (baseline.mean() - readings.mean()) / meanUnit,
                        (logVariance(baseline) - Math.log(readings.variance())) / varianceUnit)));
  }

  private static double logVariance(Baseline baseline) {
    return Math.log(baseline.variance());
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return variance > 0 ? Math.sqrt(variance) : 1;
  }

  private static boolean isSame(Baseline one, Baseline other) {
    return one.fingerprint().equals(other.fingerprint());
  }

  private static String summary(
      String sensor, Baseline before, Optional<Baseline> best, boolean dryRun) {
    if (best.isEmpty()) {
      return "No baseline of the bank fits sensor %s; it keeps %s."
          .formatted(sensor, before.name());
    }
    return isSame(best.get(), before)
        ? "The baseline %s of sensor %s still fits best; it was not changed."
            .formatted(before.name(), sensor)
        : "The baseline of sensor %s %s changed from %s to %s."
            .formatted(sensor, dryRun ? "would be" : "was", before.name(), best.get().name());
  }

  private static Map<String, String> figures(
      Baseline before, Optional<Baseline> best, List<Candidate> candidates, double[] ppmv) {
    BaselineSeries readings = new BaselineSeries(ppmv, before.interval());
    Map<String, String> figures = new TreeMap<>();
    figures.put("before", before.name());
    figures.put("after", best.orElse(before).name());
    figures.put("readings", Integer.toString(ppmv.length));
    figures.put("readings.mean", number(readings.mean()) + " ppmv");
    figures.put("readings.variance", number(readings.variance()) + " ppmv2");
    for (Candidate candidate : candidates) {
      figures.put(
          "candidate." + candidate.baseline().name(),
          "mean %s, variance %s, %s"
              .formatted(
                  number(candidate.baseline().mean()),
                  number(candidate.baseline().variance()),
                  candidate.trial().summary()));
    }
    return figures;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
