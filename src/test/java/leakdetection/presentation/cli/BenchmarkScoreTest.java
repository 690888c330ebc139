package leakdetection.presentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import leakdetection.SharedData;
import org.junit.jupiter.api.Test;

/**
 * The table of the benchmark, line by line as its own scorer prints it for alarms at 150 and 400
 * ppmv ({@code score.py dev LEVELS.csv 150}, the level being the reading).
 */
class BenchmarkScoreTest {

  @Test
  void printsTheTableOfTheScorerWithAllStreams() {
    assertThat(table("dev", "400"))
        .startsWith(
            """
            threshold 100: false alarm episodes 2 in 0.71 sensor-years = 2.82/y; recall 0.336; median time-to-detect 0.8 h
                 25 ppmv: recall 0.000 +- 0.000 (n=70)  median TTD - h
                 50 ppmv: recall 0.000 +- 0.000 (n=70)  median TTD - h
                100 ppmv: recall 0.000 +- 0.000 (n=72)  median TTD - h
                200 ppmv: recall 0.014 +- 0.028 (n=70)  median TTD 0.2 h
                500 ppmv: recall 1.000 +- 0.000 (n=71)  median TTD 1.0 h
               1000 ppmv: recall 1.000 +- 0.000 (n=70)  median TTD 0.7 h
            """);
  }

  @Test
  void printsTheTableOfTheScorerWithoutAStream() {
    assertThat(table("dev", "150", "--skip", "ASKELADD"))
        .startsWith(
            """
            threshold 100: false alarm episodes 9 in 0.69 sensor-years = 13.00/y; recall 0.590; median time-to-detect 0.3 h
                 25 ppmv: recall 0.101 +- 0.071 (n=69)  median TTD 1.0 h
                 50 ppmv: recall 0.090 +- 0.068 (n=67)  median TTD 13.0 h
                100 ppmv: recall 0.377 +- 0.114 (n=69)  median TTD 0.9 h
                200 ppmv: recall 1.000 +- 0.000 (n=69)  median TTD 0.5 h
                500 ppmv: recall 0.986 +- 0.028 (n=69)  median TTD 0.3 h
               1000 ppmv: recall 0.971 +- 0.040 (n=69)  median TTD 0.2 h
            """);
  }

  @Test
  void printsTheTableOfTheScorerForRamps() {
    assertThat(table("dev_ramps", "150"))
        .startsWith(
            """
            threshold 100: false alarm episodes 9 in 0.69 sensor-years = 13.00/y; recall 0.806; median time-to-detect 9.9 h
                 50 ppmv: recall 0.370 +- 0.182 (n=27)  median TTD 24.1 h
                100 ppmv: recall 0.643 +- 0.177 (n=28)  median TTD 15.0 h
                200 ppmv: recall 1.000 +- 0.000 (n=26)  median TTD 14.8 h
                500 ppmv: recall 1.000 +- 0.000 (n=29)  median TTD 6.8 h
               1000 ppmv: recall 1.000 +- 0.000 (n=29)  median TTD 4.0 h
            """);
  }

  private static String table(String set, String limit, Object... more) {
    Object[] arguments = new Object[7 + more.length];
    arguments[0] = "backtest";
    arguments[1] = "--detector";
    arguments[2] = "threshold";
    arguments[3] = "--set";
    arguments[4] = "limit=" + limit;
    arguments[5] = "--benchmark";
    arguments[6] = SharedData.path("science/benchmark/" + set);
    System.arraycopy(more, 0, arguments, 7, more.length);
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().replace(System.lineSeparator(), "\n");
  }
}
