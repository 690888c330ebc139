package leakdetection.infrastructure.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.simulation.Leak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What surrounds a template, as people send it. */
class EnvironmentCsvTest {

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final String LEAKS = "name,rate,x,y,z,duration\n";

  private static Currents currents(String csv) throws IOException {
    return EnvironmentCsv.currents(new StringReader(csv), STEP);
  }

  private static Waves waves(String csv) throws IOException {
    return EnvironmentCsv.waves(new StringReader(csv), STEP);
  }

  private static List<Leak> leaks(String csv) throws IOException {
    return EnvironmentCsv.leaks(new StringReader(csv));
  }

  @Test
  void currentsWithoutTimesTakeTheGivenStep() throws IOException {
    Currents currents = currents("u,v\n0.1,0\n0,0.2\n");

    assertThat(currents.start()).isEmpty();
    assertThat(currents.interval()).isEqualTo(STEP);
    assertThat(currents.east(0)).isEqualTo(0.1, within(1e-12));
    assertThat(currents.north(1)).isEqualTo(0.2, within(1e-12));
  }

  @Test
  void missingRowsAndCellsOfCurrentsAreMissingMeasurements() throws IOException {
    Currents currents =
        currents(
            """
            v,u,time,quality
            0.1,0.1,2025-09-01T00:00:00Z,good
            0.1,,2025-09-01T01:00:00Z,bad
            0.1,0.1,2025-09-01T03:00:20Z,good
            0.1,0.1,2025-09-01T04:00:00Z,good
            """);

    assertThat(currents.start()).contains(Instant.parse("2025-09-01T00:00:00Z"));
    assertThat(currents.interval()).isEqualTo(Duration.ofMinutes(60));
    assertThat(IntStream.range(0, 5).filter(i -> Double.isNaN(currents.speed(i))))
        .containsExactly(1, 2);
  }

  @Test
  void aGapBetweenTheFirstTwoRowsIsNotTakenForTheInterval() throws IOException {
    Currents currents =
        currents(
            """
            time,u,v
            2025-09-01 00:00:00,0.1,0.1
            2025-09-01 05:00:00,0.1,0.1
            2025-09-01 05:10:00,0.1,0.1
            2025-09-01 05:20:00,0.1,0.1
            """);

    assertThat(currents.interval()).isEqualTo(STEP);
    assertThat(currents.length()).isEqualTo(33);
  }

  @Test
  void wavesAndLeaksAreReadByTheNamesOfTheirColumns() throws IOException {
    assertThat(waves("period,height,angle_from_north\n8,2,1.5\n").states())
        .singleElement()
        .satisfies(wave -> assertThat(wave.height()).isEqualTo(2));
    assertThat(leaks("z,y,x,duration,rate,name\n3,2,1,60,0.001, A \n"))
        .singleElement()
        .satisfies(
            leak -> {
              assertThat(leak.name()).isEqualTo("A");
              assertThat(leak.position().x()).isEqualTo(1);
              assertThat(leak.rate()).isEqualTo(0.001);
              assertThat(leak.duration()).isEqualTo(Duration.ofMinutes(1));
            });
  }

  @ParameterizedTest
  @MethodSource("brokenCurrents")
  void brokenCurrentsAreRefusedWithTheirLine(String csv, String message) {
    assertThatThrownBy(() -> currents(csv))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> brokenCurrents() {
    return Stream.of(
        arguments("", "no row below the header; it must name u, v"),
        arguments("u,v\n", "no row below the header"),
        arguments("speed,direction\n1,2\n", "Line 2: The column u is missing"),
        arguments("u,v\n0.1,0.1\n0.1,north\n", "Line 3: The v 'north' is no number"),
        arguments("u,v\n0.1,0.1\n12,0\n", "Line 3: The current's u (12.0 m/s)"),
        arguments("u,v\n0.1\n", "Line 2"),
        arguments("time,u,v\nnoon,0.1,0.1\n", "Line 2: The time 'noon' must be"),
        arguments(
            "time,u,v\n2025-09-01T01:00:00Z,0,0\n2025-09-01T00:00:00Z,0,0\n",
            "Line 3: The time must be later"),
        arguments(
            "time,u,v\n2025-09-01T01:00:00Z,0,0\n2025-09-01T01:00:00Z,0,0\n",
            "Line 3: The time must be later"),
        arguments(
            "time,u,v\n1925-09-01T01:00:00Z,0,0\n1925-09-01T01:00:01Z,0,0\n2025-09-01T01:00:00Z,0,0\n",
            "Line 4: The time lies more than 200000 steps of PT1S after the first"),
        arguments("u,v\n" + "0,0\n".repeat(200_001), "More than 200000 rows"));
  }

  @ParameterizedTest
  @MethodSource("brokenWaves")
  void brokenWavesAreRefusedWithTheirLine(String csv, String message) {
    assertThatThrownBy(() -> waves(csv))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> brokenWaves() {
    String header = "time,height,period,angle_from_north\n";
    return Stream.of(
        arguments("height,period\n1,2\n", "The column angle_from_north is missing"),
        arguments("height,period,angle_from_north\n-1,2,1\n", "Line 2: A sea state needs a height"),
        arguments("height,period,angle_from_north\n,2,1\n", "Line 2: A sea state needs a height"),
        arguments(
            header
                + "2025-09-01T00:00:00Z,1,8,1\n2025-09-01T01:00:00Z,1,8,1\n"
                + "2025-09-01T03:00:00Z,1,8,1\n",
            "Line 4: Sea states must be equally spaced (every PT1H)"));
  }

  @ParameterizedTest
  @MethodSource("brokenLeaks")
  void brokenLeaksAreRefusedWithTheirLine(String csv, String message) {
    assertThatThrownBy(() -> leaks(csv))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> brokenLeaks() {
    StringBuilder many = new StringBuilder(LEAKS);
    IntStream.range(0, 257).forEach(i -> many.append("L").append(i).append(",1e-3,0,0,1,60\n"));
    return Stream.of(
        arguments(LEAKS, "no row below the header"),
        arguments(
            LEAKS + "A,1e-3,0,0,1,60\nA,1e-3,1,0,1,60\n", "Line 3: The leak A is there twice"),
        arguments(LEAKS + " ,1e-3,0,0,1,60\n", "Line 2: A leak at"),
        arguments(
            LEAKS + "A,0,0,0,1,60\n", "Line 2: The rate (0.0 kg/s) of leak A must be above 0"),
        arguments(LEAKS + "A,1e3,0,0,1,60\n", "at most 10.0 kg/s"),
        arguments(LEAKS + "A,,0,0,1,60\n", "The rate (NaN kg/s)"),
        arguments(LEAKS + "A,1e-3,0,0,-1,60\n", "it must not lie below"),
        arguments(LEAKS + "A,1e-3,1e9,0,1,60\n", "-10,000 to 10,000 m"),
        arguments(LEAKS + "A,1e-3,0,0,1,-60\n", "The duration (PT-1M) of leak A must be positive"),
        arguments(LEAKS + "A".repeat(256) + ",1e-3,0,0,1,60\n", "at most 255"),
        arguments(many.toString(), "At most 256 candidate leaks"));
  }
}
