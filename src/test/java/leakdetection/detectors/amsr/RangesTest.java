package leakdetection.detectors.amsr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangesTest {

  @Test
  void overlappingRangesBecomeOne() {
    Ranges ranges = new Ranges();
    ranges.add(10, 20);
    ranges.add(30, 40);
    ranges.add(35, 50);
    ranges.add(15, 60);
    assertThat(ranges.bounds()).containsExactly(10, 60);
  }

  @Test
  void rangesThatAreApartStayApart() {
    Ranges ranges = new Ranges();
    ranges.add(10, 20);
    ranges.add(30, 40);
    assertThat(ranges.contains(9)).isFalse();
    assertThat(ranges.contains(10)).isTrue();
    assertThat(ranges.contains(20)).isFalse();
    assertThat(ranges.contains(39)).isTrue();
    ranges.forgetBefore(20);
    assertThat(ranges.bounds()).containsExactly(30, 40);
  }
}
