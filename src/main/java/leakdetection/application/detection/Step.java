package leakdetection.application.detection;

import java.time.Instant;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.tsd.TimeSeriesData;

/** One thing that follows from the readings of a sensor. */
public sealed interface Step permits Step.Judged, Step.Change, Step.Gap {

  /** A value, what was said of it and the sensor's state that follows. */
  record Judged(Sample sample, Judgement judgement, SensorEventType state) implements Step {

    Judged(TimeSeriesData reading, Judgement judgement, SensorEventType state) {
      this(Sample.of(reading), judgement, state);
    }

    /** Returns the reading, or the last one of the interval. */
    TimeSeriesData reading() {
      return sample.reading();
    }
  }

  /** The sensor measures nothing, or measures again, from this time on. */
  record Change(Instant time, SensorCondition condition) implements Step {}

  /** Nothing came between two readings for too long. */
  record Gap(Instant from, Instant to) implements Step {}
}
