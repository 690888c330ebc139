package leakdetection.presentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.RateAwarePlumeModel;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocaliseCommandTest {

  private static final int READINGS = 72;
  private static final Instant START = Instant.parse("2026-03-01T00:10:00Z");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final List<Position> SENSORS =
      List.of(
          new Position(-4, -4, 4),
          new Position(-4, 4, 4),
          new Position(4, -4, 4),
          new Position(4, 4, 4));

  @TempDir private Path folder;

  /** Writes the files of a template whose well B leaks 0.5 g/s. */
  @BeforeEach
  void writeTemplate() throws IOException {
    StringBuilder currents = new StringBuilder("time,u,v\n");
    double[] east = new double[READINGS + 1];
    double[] north = new double[READINGS + 1];
    for (int i = 0; i <= READINGS; i++) {
      double phase = 4 * Math.PI * i / READINGS;
      east[i] = 0.08 * Math.sin(phase);
      north[i] = 0.08 * Math.cos(phase);
      Instant time = START.plus(STEP.multipliedBy(i - 1));
      currents.append("%s,%s,%s%n".formatted(time, east[i], north[i]));
    }
    Leak leak = Leak.lasting("B", 5e-4, new Position(-2, 1, 1.5));
    StringBuilder sensors = new StringBuilder("name,x,y,z\n");
    Files.createDirectory(folder.resolve("tsd"));
    for (int s = 0; s < SENSORS.size(); s++) {
      Position at = SENSORS.get(s);
      sensors.append("S%d,%s,%s,%s%n".formatted(s, at.x(), at.y(), at.z()));
      double[] ppmv =
          SensorResponse.STANDARD.apply(
              new RateAwarePlumeModel()
                  .concentrations(
                      leak,
                      at,
                      Currents.ofComponents(east, north, null, STEP),
                      Optional.empty(),
                      Site.open(40, SeaWater.STANDARD)),
              STEP);
      StringBuilder tsd = new StringBuilder("index,time,value\n");
      for (int i = 0; i < READINGS; i++) {
        double value = ppmv[i] + 30 + Math.sin(i / 8.0 + s);
        tsd.append("%d,%s,%s%n".formatted(i, START.plus(STEP.multipliedBy(i)), value));
      }
      Files.writeString(folder.resolve("tsd/S" + s + ".csv"), tsd);
    }
    Files.writeString(folder.resolve("currents.csv"), currents);
    Files.writeString(folder.resolve("sensors.csv"), sensors);
    Files.writeString(
        folder.resolve("leaks.csv"),
        "name,rate,x,y,z,duration\nA,0.0005,2,2,1.5,3600\nB,0.0005,-2,1,1.5,3600\n");
  }

  private CommandRun localise(Object... more) {
    Object[] arguments = {
      "localise",
      "--readings",
      folder.resolve("tsd"),
      "--sensors",
      folder.resolve("sensors.csv"),
      "--currents",
      folder.resolve("currents.csv"),
      "--leaks",
      folder.resolve("leaks.csv"),
      "--angle",
      "40",
      "--hours",
      "12"
    };
    Object[] all = new Object[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CommandRun.of(all);
  }

  @Test
  void leakIsFoundInATemplatesOwnFiles() throws IOException {
    Path output = folder.resolve("estimation.json");
    CommandRun run = localise("--output", output);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("confirmed");
    Map<String, Object> answer = JSON.std.mapFrom(Files.readString(output));
    Map<?, ?> best = (Map<?, ?>) ((List<?>) answer.get("candidates")).get(0);
    assertThat(best.get("name")).isEqualTo("B");
    assertThat((Double) best.get("rateKgPerS")).isBetween(2.5e-4, 1e-3);
    assertThat(answer).containsEntry("model", "plume2d").containsEntry("estimator", "bayes");
  }

  @Test
  void brokenCellIsNamedByFileAndLine() throws IOException {
    Files.writeString(folder.resolve("currents.csv"), "u,v\n0.1,0.1\n0.1,fast\n");
    CommandRun run = localise();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("currents.csv", "Line 3", "'fast' is no number");
  }

  @Test
  void currentsWithoutTimesAreSaidToRepeat() throws IOException {
    Files.writeString(folder.resolve("currents.csv"), "u,v\n0.1,0.02\n0.08,0.06\n");
    assertThat(localise().out()).contains("The currents carry no times");
  }

  @Test
  void unknownModelIsRefusedWithTheChoices() {
    CommandRun run = localise("--model", "plume3d");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("There is no 'plume3d'", "plume2d-compatible");
  }

  @Test
  void impossibleAngleIsRefusedWithItsUnit() {
    CommandRun run =
        CommandRun.of(
            "localise",
            "--readings",
            folder,
            "--sensors",
            "s",
            "--currents",
            "c",
            "--leaks",
            "l",
            "--angle",
            "400");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("(400.0 degrees) must lie between 0 and 360 degrees");
  }

  @Test
  void trialsAreAnsweredInTheScoringFormat() throws IOException {
    Path trials = folder.resolve("trials.json");
    String currents = "[0.08,0.02],".repeat(24) + "[0.08,0.02]";
    String readings = "30.5,30.1,null,30.2,30.4,30.3,".repeat(4).replaceAll(",$", "");
    Files.writeString(
        trials,
        """
        {"header": {"step_min": 10, "tau_min": 120}, "trials": [{"trial": 7,
         "template_angle_deg": 10, "sensors": [[4, 4, 4]], "points": [[1, 1, 1.4], [0, -2, 2.5]],
         "measured_currents": [%s], "readings": [[%s]]}]}
        """
            .formatted(currents, readings));
    Path output = folder.resolve("answers.json");
    CommandRun run = CommandRun.of("localise", "--trials", trials, "--output", output);
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Object> answers = JSON.std.listFrom(Files.readString(output));
    Map<?, ?> answer = (Map<?, ?>) answers.get(0);
    assertThat(answer.get("trial")).isEqualTo(7);
    assertThat(answer.get("result")).isEqualTo("undefined");
    assertThat((List<?>) answer.get("candidates")).hasSize(2);
    assertThat((List<?>) answer.get("interval")).hasSize(2);
  }

  @Test
  void missingMemberOfATrialIsNamed() throws IOException {
    Path trials = folder.resolve("trials.json");
    Files.writeString(
        trials, "{\"header\": {\"step_min\": 10, \"tau_min\": 120}, \"trials\": [{}]}");
    CommandRun run =
        CommandRun.of("localise", "--trials", trials, "--output", folder.resolve("a.json"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("\"measured_currents\" is missing");
  }
}
