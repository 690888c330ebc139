package leakdetection.application.detection;

import java.time.Instant;
import java.util.List;
import leakdetection.domain.events.SensorCondition;

/** Keeps what is to be judged, and nothing else. */
record OnlySamples(List<Sample> samples) implements Intake.Outlet {

  @Override
  public void sample(Sample sample) {
    samples.add(sample);
  }

  @Override
  public void change(Instant time, SensorCondition condition) {
    // Told by whoever took the readings first.
  }

  @Override
  public void gap(Instant from, Instant to) {
    // Kept by whoever took the readings first.
  }
}
