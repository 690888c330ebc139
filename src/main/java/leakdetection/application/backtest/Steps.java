package leakdetection.application.backtest;

import java.util.List;

/** Turns finished series into a share of the whole run. Thread-safe. */
final class Steps {

  private final Progress progress;
  private final double totalWeight;
  private double doneWeight;
  private double trialWeight;
  private int expected = 1;
  private int done;

  Steps(List<TrialSource> trials, Progress progress) {
    this.progress = progress;
    this.totalWeight = trials.stream().mapToDouble(TrialSource::weight).sum();
  }

  Progress progress() {
    return progress;
  }

  synchronized void begin(TrialSource source) {
    doneWeight += trialWeight;
    trialWeight = source.weight();
    done = 0;
    progress.advanced(doneWeight / totalWeight, "reading " + source.stream());
  }

  synchronized void expect(int series) {
    expected = Math.max(1, series);
  }

  synchronized void advance(String doing) {
    done++;
    double share = doneWeight + trialWeight * done / expected;
    progress.advanced(Math.min(1, share / totalWeight), doing);
  }
}
