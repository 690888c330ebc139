package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import leakdetection.domain.detection.JudgedInterval;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void aReadingThatWasCorrectedToAnUnusableValueIsShownToNoDetector() {
    assertThat(Sample.of(reading(-999, Quality.SENTINEL)).isUsable()).isFalse();
    assertThat(Sample.of(reading(Double.NaN, Quality.NOT_FINITE)).isUsable()).isFalse();
    assertThat(Sample.of(reading(50, Quality.SPIKE)).isUsable()).isTrue();
  }

  @Test
  void anIntervalIsUsableWhateverItsLastReadingBecame() {
    Sample sample =
        new Sample(
            reading(-999, Quality.SENTINEL), 12, Optional.of(new JudgedInterval(12, 13, 600)));

    assertThat(sample.isUsable()).isTrue();
  }

  private static TimeSeriesData reading(double ppmv, Quality quality) {
    return new TimeSeriesData(1, 7, Instant.parse("2024-05-01T00:00:00Z"), ppmv, quality);
  }
}
