package leakdetection.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import leakdetection.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixProfileTest {

  private static final List<String> SERIES =
      List.of("real_19XT2316", "real_5472", "real_6272", "synth_flat_spike1e14", "synth_nan_inf");

  @ParameterizedTest
  @CsvSource({"8", "48", "144"})
  void profileOfAWholeSeriesMatchesTheExactOne(int window) throws IOException {
    for (String name : SERIES) {
      double[] series = input(name);
      MatrixProfile profile = MatrixProfile.of(WindowedSeries.of(series, window), (window + 3) / 4);
      double[] exact = numbers(golden(window, name).get("exact_final_P_no_egress"));
      assertThat(profile.distances()).hasSameSizeAs(exact);
      for (int i = 0; i < exact.length; i++) {
        assertMatches(name + " " + i, profile.distances()[i], exact[i]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8", "48", "144"})
  void streamMatchesTheExactProfileAfterEveryReading(int window) throws IOException {
    int zone = (window + 3) / 4;
    for (String name : SERIES) {
      double[] series = input(name);
      WindowedSeries head = WindowedSeries.of(Arrays.copyOf(series, 600), window);
      ProfileStream stream = new ProfileStream(head, zone, 200, true);
      for (int i = 600; i < 800; i++) {
        stream.append(series[i]);
        double exact = exactLast(Arrays.copyOf(series, i + 1), window, zone);
        assertThat(stream.distance()).as("%s %d", name, i).isEqualTo(exact);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8", "48", "144"})
  void streamMatchesTheReferenceProgramWhereThatIsExact(int window) throws IOException {
    for (String name : List.of("real_19XT2316", "real_5472", "real_6272")) {
      double[] series = input(name);
      double[] updates =
          numbers(object(golden(window, name).get("egress_False")).get("last_P_after_each_update"));
      WindowedSeries head = WindowedSeries.of(Arrays.copyOf(series, 600), window);
      ProfileStream stream = new ProfileStream(head, (window + 3) / 4, 200, true);
      for (int i = 0; i < 200; i++) {
        stream.append(series[600 + i]);
        assertMatches(name + " " + i, stream.distance(), updates[i]);
      }
    }
  }

  @Test
  void streamThatIsRewoundEqualsAFreshOne() {
    double[] series = walk(3000, 5);
    WindowedSeries head = WindowedSeries.of(Arrays.copyOf(series, 2000), 50);
    ProfileStream stream = new ProfileStream(head, 13, 100, true);
    for (int i = 2000; i < 3000; i++) {
      if (stream.count() == 100) {
        stream.rewind(50);
      }
      stream.append(series[i]);
      ProfileStream fresh = new ProfileStream(head, 13, 100, true);
      for (double live : stream.live()) {
        fresh.append(live);
      }
      assertThat(stream.distance()).as("reading %d", i).isEqualTo(fresh.distance());
    }
  }

  @Test
  void streamWithoutLiveWindowsComparesWithTheHeadOnly() {
    double[] series = walk(1200, 6);
    WindowedSeries head = WindowedSeries.of(Arrays.copyOf(series, 1000), 30);
    ProfileStream stream = new ProfileStream(head, 8, 200, false);
    for (int i = 1000; i < 1200; i++) {
      stream.append(series[i]);
      if (i >= 1030) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j + 30 <= 1000; j++) {
          nearest = Math.min(nearest, Distances.squared(series, j, series, i - 29, 30));
        }
        assertThat(stream.distance()).isEqualTo(Math.sqrt(nearest));
        assertThat(stream.nearest()).isLessThan(971);
      }
    }
  }

  @Test
  void gapsAndSpikesInTheHeadCostOnlyTheirOwnWindows() {
    double[] series = walk(1500, 7);
    Arrays.fill(series, 300, 310, Double.NaN);
    series[700] = 1e14;
    series[999] = Double.NEGATIVE_INFINITY;
    WindowedSeries head = WindowedSeries.of(Arrays.copyOf(series, 1200), 40);
    ProfileStream stream = new ProfileStream(head, 10, 300, true);
    for (int i = 1200; i < 1500; i++) {
      stream.append(series[i]);
      double exact = exactLast(Arrays.copyOf(series, i + 1), 40, 10);
      assertThat(stream.distance()).as("reading %d", i).isEqualTo(exact);
    }
  }

  @Test
  void profileDoesNotDependOnTheNumberOfWorkers() {
    double[] series = walk(5000, 8);
    Arrays.fill(series, 2000, 2300, 0);
    Arrays.fill(series, 3000, 3300, 0);
    WindowedSeries windows = WindowedSeries.of(series, 100);
    MatrixProfile one = MatrixProfile.of(windows, 25, 1);
    MatrixProfile three = MatrixProfile.of(windows, 25, 3);
    assertThat(three.distances()).isEqualTo(one.distances());
    assertThat(three.nearest()).isEqualTo(one.nearest());
    assertThat(one.distances()[2010]).isZero();
  }

  @Test
  void nearestWindowsOfALongSeriesAreExact() {
    double[] series = walk(4000, 9);
    WindowedSeries windows = WindowedSeries.of(series, 64);
    MatrixProfile profile = MatrixProfile.of(windows, 16, 2);
    for (int i = 0; i < windows.windows(); i += 37) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < windows.windows(); j++) {
        if (Math.abs(i - j) > 16) {
          nearest = Math.min(nearest, Distances.squared(series, i, series, j, 64));
        }
      }
      assertThat(profile.distances()[i]).isCloseTo(Math.sqrt(nearest), within(1e-9));
    }
  }

  private static double exactLast(double[] series, int window, int zone) {
    int newest = series.length - window;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < newest - zone && finite(series, newest, window); i++) {
      if (finite(series, i, window)) {
        nearest = Math.min(nearest, Distances.squared(series, i, series, newest, window));
      }
    }
    return Math.sqrt(nearest);
  }

  private static boolean finite(double[] series, int from, int length) {
    return Arrays.stream(series, from, from + length).allMatch(Double::isFinite);
  }

  private static void assertMatches(String what, double actual, double exact) {
    if (Double.isInfinite(exact)) {
      assertThat(actual).as(what).isInfinite();
    } else {
      assertThat(actual).as(what).isCloseTo(exact, within(Math.max(1e-6, 1e-9 * exact)));
    }
  }

  private static double[] walk(int length, int seed) {
    Random random = new Random(seed);
    double[] series = new double[length];
    double value = 100;
    for (int i = 0; i < length; i++) {
      value = 0.98 * value + 2 + 10 * random.nextGaussian();
      series[i] = value;
    }
    return series;
  }

  private static double[] input(String name) throws IOException {
    return numbers(file("aamp_input_series.json").get(name));
  }

  private static Map<String, Object> golden(int window, String name) throws IOException {
    return object(file("aamp_m" + window + ".json").get(name));
  }

  private static Map<String, Object> file(String name) throws IOException {
    return JSON.std.mapFrom(Files.readString(SharedData.path("science/golden/" + name)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  private static double[] numbers(Object list) {
    return ((List<?>) list)
        .stream()
            .mapToDouble(
                v -> v instanceof Number n ? n.doubleValue() : Double.parseDouble(parsable(v)))
            .toArray();
  }

  private static String parsable(Object text) {
    String value = text.toString();
    return value.toLowerCase().contains("inf")
        ? (value.startsWith("-") ? "-Infinity" : "Infinity")
        : "NaN";
  }
}
