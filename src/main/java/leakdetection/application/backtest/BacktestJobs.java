package leakdetection.application.backtest;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import leakdetection.application.Writer;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.PluginThreads;
import leakdetection.application.detection.UnknownDetectorException;
import leakdetection.application.jobs.JobProgress;
import leakdetection.application.jobs.JobWork.Outcome;
import leakdetection.application.jobs.Jobs;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.jobs.Job;
import leakdetection.domain.jobs.JobKind;
import leakdetection.domain.sensors.Sensor;
import leakdetection.spi.InvalidSettingsException;

/** Compares detectors on stored history, as jobs. */
@ApplicationScoped
public class BacktestJobs {

  @Inject Jobs jobs;
  @Inject DetectorCatalogue catalogue;
  @Inject PluginThreads plugins;
  @Inject SensorRegistry sensors;
  @Inject StoredHistories histories;
  @Inject BacktestArchive archive;
  @Inject Writer writer;

  @Resource(lookup = "concurrent/jobs")
  ManagedExecutorService executor;

  /**
   * Starts a backtest.
   *
   * @throws RefusedException if a sensor or detector is unknown, or a setting is wrong
   */
  public Job start(BacktestWish wish) {
    BacktestPlan plan = plan(wish);
    return jobs.start(JobKind.BACKTEST, null, false, progress -> run(plan, progress));
  }

  /**
   * Returns the result of a backtest as a JSON object.
   *
   * @throws RefusedException if there is no such backtest, or it is not done
   */
  public String json(long jobId) {
    return archive.json(done(jobId)).orElseThrow();
  }

  /**
   * Returns the figures of a backtest as CSV.
   *
   * @throws RefusedException if there is no such backtest, or it is not done
   */
  public String csv(long jobId) {
    return archive.csv(done(jobId)).orElseThrow();
  }

  private long done(long jobId) {
    Job job = jobs.get(jobId);
    if (job.kind() != JobKind.BACKTEST) {
      throw RefusedException.unknown("backtest", jobId);
    }
    if (archive.json(jobId).isEmpty()) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("path", "id"),
          "Backtest %d has no result: it is %s. %s"
              .formatted(jobId, job.state().label(), job.summary())
              .strip());
    }
    return jobId;
  }

  /** The request's body names the sensor, not its address. */
  private Sensor sensor(long id) {
    try {
      return sensors.get(id);
    } catch (RefusedException unknown) {
      throw RefusedException.invalid("sensors", unknown.getMessage());
    }
  }

  private BacktestPlan plan(BacktestWish wish) {
    try {
      List<Contender> contenders = wish.detectors().stream().map(this::contender).toList();
      List<TrialSource> trials =
          wish.sensorIds().stream()
              .map(this::sensor)
              .map(sensor -> histories.trial(sensor, wish))
              .toList();
      return new BacktestPlan(contenders, trials, wish.injection().seed(), Optional.empty());
    } catch (InvalidSettingsException | UnknownDetectorException wrong) {
      throw RefusedException.invalid("detectors", wrong.getMessage());
    } catch (IllegalArgumentException wrong) {
      throw new RefusedException(
          RefusedException.Reason.INVALID, List.of("body"), wrong.getMessage());
    }
  }

  private Contender contender(BacktestWish.Entry entry) {
    Contender contender = Contender.of(catalogue.get(entry.id()), entry.settings());
    contender = entry.threshold().map(contender::alarmingAt).orElse(contender);
    return entry.name().map(contender::named).orElse(contender);
  }

  private Outcome run(BacktestPlan plan, JobProgress job) {
    BacktestResult result;
    try {
      result = Backtest.run(plan, executor, plugins, new Watched(job));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (IllegalArgumentException wrong) {
      throw new RefusedException(
          RefusedException.Reason.INVALID, List.of("body"), wrong.getMessage());
    }
    writer.write(
        () -> {
          archive.keep(job.jobId(), result);
          return result;
        });
    return new Outcome(
        "%d detectors were compared on %d sensors."
            .formatted(result.detectors().size(), plan.trials().size()),
        figures(result));
  }

  private static Map<String, String> figures(BacktestResult result) {
    Map<String, String> figures = new TreeMap<>();
    for (DetectorFigures detector : result.detectors()) {
      figures.put(
          detector.name(),
          String.format(
              Locale.ROOT,
              "%d of %d leaks found, %d false alarms in %.2f sensor-years",
              detector.leaks().found(),
              detector.leaks().leaks(),
              detector.falseAlarms().episodes(),
              detector.falseAlarms().sensorYears()));
    }
    result.failures().forEach(failure -> figures.put(failure.name(), failure.reason()));
    return figures;
  }

  /** Tells a job how far its backtest is. */
  private record Watched(JobProgress job) implements Progress {

    @Override
    public void advanced(double share, String doing) {
      if (!job.isCancelled()) {
        job.at(share);
      }
    }

    @Override
    public boolean isCancelled() {
      return job.isCancelled();
    }
  }
}
