package leakdetection.domain.estimation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import leakdetection.application.estimation.Trial;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.CompatiblePlumeModel;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.PlumeSimulation;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;

/**
 * Makes localisation trials with a known truth: real backgrounds, leaks by the compatible plume
 * model, half of them under currents unlike the measured ones.
 *
 * <p>The wrong currents have a direction off by 10 degrees plus a walk of 3 degrees per sample (at
 * most 34) and a speed off by 12 % plus 8 % per sample. Half of the leaks begin inside the window.
 */
final class TrialSimulator {

  static final int READINGS = 144;
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final SensorResponse RESPONSE =
      new SensorResponse(Duration.ofMinutes(120), Double.POSITIVE_INFINITY);
  private static final double FAINTEST = 40;

  private final Random random;
  private final double[] seaEast;
  private final double[] seaNorth;
  private final List<double[]> quiet = new ArrayList<>();
  private final List<double[]> pulses = new ArrayList<>();
  private final int sensors;
  private boolean young;

  /**
   * @param east measured currents towards east, m/s; used from a random start, cyclically
   * @param north measured currents towards north, m/s
   * @param histories background readings, 10 minutes apart, ppmv
   * @param sensors of a template, at most 8
   */
  TrialSimulator(long seed, double[] east, double[] north, List<double[]> histories, int sensors) {
    this.random = new Random(seed);
    this.seaEast = east;
    this.seaNorth = north;
    this.sensors = sensors;
    histories.forEach(this::learn);
    if (quiet.isEmpty() || pulses.isEmpty()) {
      throw new IllegalArgumentException(
          "The histories hold %d quiet days and %d with a pulse; both are needed."
              .formatted(quiet.size(), pulses.size()));
    }
  }

  /** Lets all leaks begin 2 to 11 readings before the window's end. */
  TrialSimulator withYoungLeaks() {
    young = true;
    return this;
  }

  private void learn(double[] history) {
    for (int from = 0; from + READINGS <= history.length; from += 12) {
      double[] window = Arrays.copyOfRange(history, from, from + READINGS);
      double[] sorted = Arrays.stream(window).sorted().toArray();
      boolean valid = Arrays.stream(window).allMatch(x -> x >= 0 && x < 2000);
      double peak = sorted[READINGS - 1] - sorted[READINGS / 10];
      if (valid && peak < 40 && sorted[READINGS - 1] > sorted[0]) {
        quiet.add(window);
      } else if (valid && peak >= 50) {
        pulses.add(window);
      }
    }
  }

  /** Returns the next trial: three of five are leaks, with 4, 8 and 16 candidates in turn. */
  SimulatedTrial next(int number) {
    int candidates = new int[] {4, 8, 16}[number % 3];
    double draw = random.nextDouble();
    if (draw < 0.6) {
      return leak(number, candidates);
    }
    String[] kinds = {"quiet", "pulse1", "pulse4", "external"};
    return leakFree(number, candidates, kinds[Math.min(3, (int) ((draw - 0.6) / 0.1))]);
  }

  private SimulatedTrial leak(int number, int candidates) {
    boolean exact = random.nextBoolean();
    int onset = onset();
    double strength =
        random.nextDouble() < 0.2 ? 1 : Math.exp(Math.log(0.03) * random.nextDouble());
    while (true) {
      Scene scene = scene(candidates);
      int point = random.nextInt(candidates);
      double[][] added = added(scene, scene.points.get(point), exact, onset, strength);
      double peak = Arrays.stream(added).flatMapToDouble(Arrays::stream).max().orElse(0);
      if (peak >= FAINTEST) {
        double[][] readings = new double[sensors][];
        for (int s = 0; s < sensors; s++) {
          readings[s] = sum(pick(quiet), added[s], 1);
        }
        return new SimulatedTrial(scene.trial(number, readings), "leak", point, strength);
      }
    }
  }

  private int onset() {
    if (young) {
      return READINGS - 2 - random.nextInt(10);
    }
    return random.nextBoolean() ? 0 : 12 + random.nextInt(90);
  }

  private double[][] added(Scene scene, Position point, boolean exact, int onset, double strength) {
    Currents current = exact ? scene.currents() : wrong(scene.currents());
    PlumeSimulation simulation =
        new CompatiblePlumeModel().at(Site.open(scene.angle, SeaWater.STANDARD));
    double[][] added = new double[sensors][];
    for (int s = 0; s < sensors; s++) {
      double[] raw =
          simulation.concentrations(
              Leak.lasting("leak", 1, point),
              scene.sensors.get(s),
              current.perturbed(0, 1, 0.001),
              Optional.empty());
      for (int i = 0; i < raw.length; i++) {
        raw[i] = i < onset ? 0 : strength * raw[i];
      }
      added[s] = RESPONSE.apply(raw, STEP);
    }
    return added;
  }

  private Currents wrong(Currents measured) {
    double[] east = new double[measured.length()];
    double[] north = new double[measured.length()];
    double offset = Math.toRadians(10) * random.nextGaussian();
    double bias = Math.exp(0.12 * random.nextGaussian());
    double farthest = Math.toRadians(34);
    for (int i = 0; i < east.length; i++) {
      offset += Math.toRadians(3) * random.nextGaussian();
      offset = Math.max(-farthest, Math.min(farthest, offset));
      double speed = measured.speed(i) * bias * Math.exp(0.08 * random.nextGaussian());
      east[i] = speed * Math.sin(measured.direction(i) + offset);
      north[i] = speed * Math.cos(measured.direction(i) + offset);
    }
    return Currents.ofComponents(east, north, null, STEP);
  }

  private SimulatedTrial leakFree(int number, int candidates, String kind) {
    double[][] readings = new double[sensors][];
    int struck = random.nextInt(sensors);
    double[] common = common();
    for (int s = 0; s < sensors; s++) {
      boolean pulse = kind.equals("pulse4") || kind.equals("pulse1") && s == struck;
      readings[s] = pulse ? varied(pick(pulses)) : pick(quiet);
      if (kind.equals("external")) {
        readings[s] = sum(readings[s], common, 0.7 + 0.6 * random.nextDouble());
      }
    }
    return new SimulatedTrial(scene(candidates).trial(number, readings), kind, -1, 0);
  }

  /** A natural pulse above its background, scaled to a peak of 60 to 500 ppmv. */
  private double[] common() {
    double[] pulse = pick(pulses);
    double[] sorted = Arrays.stream(pulse).sorted().toArray();
    double floor = sorted[READINGS / 10];
    double peak = 60 * Math.exp(Math.log(500 / 60.0) * random.nextDouble());
    double scale = peak / (sorted[READINGS - 1] - floor);
    return Arrays.stream(pulse).map(x -> Math.max(0, x - floor) * scale).toArray();
  }

  /** The same pulse, weaker or stronger, so that more pulses are seen than were recorded. */
  private double[] varied(double[] window) {
    double[] sorted = Arrays.stream(window).sorted().toArray();
    double floor = sorted[READINGS / 10];
    double gain = Math.exp(0.4 * random.nextGaussian());
    return Arrays.stream(window).map(x -> x > floor ? floor + gain * (x - floor) : x).toArray();
  }

  private double[] pick(List<double[]> windows) {
    return windows.get(random.nextInt(windows.size()));
  }

  private static double[] sum(double[] base, double[] added, double gain) {
    double[] sum = base.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += gain * added[i];
    }
    return sum;
  }

  private Scene scene(int candidates) {
    List<Position> mounted = new ArrayList<>();
    int[][] corners = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}, {0, 1}, {0, -1}, {-1, 0}, {1, 0}};
    for (int s = 0; s < sensors; s++) {
      mounted.add(
          new Position(
              4.5 * corners[s][0] + uniform(-1, 1),
              4.5 * corners[s][1] + uniform(-1, 1),
              uniform(3, 5)));
    }
    List<Position> points = new ArrayList<>();
    while (points.size() < candidates) {
      double height = new double[] {1.4, 2.5, 3.7}[random.nextInt(3)];
      Position point = new Position(uniform(-4, 4), uniform(-4, 4), height);
      if (points.stream().allMatch(other -> distance(point, other) >= 1.2)) {
        points.add(point);
      }
    }
    return new Scene(uniform(0, 360), mounted, points, random.nextInt(seaEast.length));
  }

  private static double distance(Position one, Position other) {
    return Math.hypot(Math.hypot(one.x() - other.x(), one.y() - other.y()), one.z() - other.z());
  }

  private double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  private final class Scene {
    private final double angle;
    private final List<Position> sensors;
    private final List<Position> points;
    private final double[] east = new double[READINGS + 1];
    private final double[] north = new double[READINGS + 1];

    private Scene(double angle, List<Position> sensors, List<Position> points, int shift) {
      this.angle = angle;
      this.sensors = sensors;
      this.points = points;
      for (int i = 0; i <= READINGS; i++) {
        east[i] = seaEast[(i + shift) % seaEast.length];
        north[i] = seaNorth[(i + shift) % seaNorth.length];
      }
    }

    private Currents currents() {
      return Currents.ofComponents(east, north, null, STEP);
    }

    private Trial trial(int number, double[][] readings) {
      return new Trial(
          number, angle, sensors, points, east, north, readings, STEP, RESPONSE.timeConstant());
    }
  }
}
