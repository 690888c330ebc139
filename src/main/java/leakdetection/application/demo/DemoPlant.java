package leakdetection.application.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import leakdetection.domain.fields.Field;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.Leak;

/**
 * The made-up plant of the demo: one template in each of the four fields, and the leaks that its
 * readings hold. Tags follow the plants' scheme where a field has one; those of Askeladd and Troll
 * are invented, and so are all positions.
 */
final class DemoPlant {

  /** Time of the first reading and the first current. */
  static final Instant START = Instant.parse("2025-09-01T00:00:00Z");

  /** Length of the record. */
  static final int DAYS = 30;

  static final int STEPS_PER_DAY = 144;

  /** Rate that simulations assume, kg/s: about 5 litres of gas a minute at 90 m. */
  private static final double RATE = 7e-4;

  private static final Duration EVER = Duration.ofDays(1);

  static final DemoTemplate TRESTAKK =
      new DemoTemplate(
          Field.TRESTAKK,
          "Trestakk A",
          "trestakk-a",
          140,
          8,
          new Sea(0.06, 0.6, 20, 0.012, -0.02),
          List.of(
              point("WELLHEAD-1", -3.15, 1.23, 3.7),
              point("WELLHEAD-2", 1.80, 1.06, 1.4),
              point("MANIFOLD", 1.07, -2.55, 1.4),
              point("JUMPER-1", -0.96, 2.94, 3.7),
              point("FLOWLINE-1", -2.40, -2.20, 2.0),
              point("VALVE-1", 3.60, -1.10, 2.5)),
          List.of(
              sensor("19XT2116", -5.2, -3.6, 7.1, 14, calm(30)),
              sensor("19XT2216", -3.8, 4.3, 6.3, 11, calm(24)),
              sensor("19XT2316", 4.9, -3.9, 6.4, 9, calm(35), RecordFault.gap(19.3, hours(5))),
              sensor("19XT2416", 3.5, 4.0, 6.6, 12, calm(28), RecordFault.missing(0.004))));

  static final DemoTemplate SNORRE =
      new DemoTemplate(
          Field.SNORRE,
          "Snorre W",
          "snorre-w",
          35,
          8,
          new Sea(0.07, 0.45, 350, -0.01, 0.02),
          List.of(
              point("WELLHEAD-1", -2.9, -2.1, 3.2),
              point("WELLHEAD-2", 2.7, 2.4, 3.2),
              point("MANIFOLD", 0.3, -0.6, 1.8),
              point("CHOKE-2", 2.2, -2.8, 2.6)),
          List.of(
              sensor("19H-QI___5172", -4.6, 3.9, 6.8, 6, calm(26), RecordFault.sentinelsBefore(6)),
              sensor(
                  "19H-QI___5272",
                  4.4,
                  3.7,
                  6.8,
                  5,
                  calm(32),
                  RecordFault.gap(12.2, hours(52)),
                  RecordFault.sentinelsBefore(8)),
              sensor(
                  "19H-QI___5472", 4.5, -4.1, 7.0, 8, calm(30), RecordFault.sentinelsBefore(4))));

  static final DemoTemplate ASKELADD =
      new DemoTemplate(
          Field.ASKELADD,
          "Askeladd X",
          "askeladd-x",
          250,
          7.5,
          new Sea(0.05, 0.7, 75, 0.015, 0.01),
          List.of(
              point("WELLHEAD-1", -1.8, 2.2, 3.4),
              point("WELLHEAD-2", 2.1, 1.9, 3.4),
              point("MANIFOLD", 0.2, -1.7, 1.6)),
          List.of(
              sensor(
                  "ASK-QI-1101", -4.1, 3.8, 6.6, 16, calm(34), RecordFault.stuck(20.4, hours(9))),
              new DemoSensor(
                  "ASK-QI-1102",
                  new Position(4.2, 3.9, 6.6),
                  190,
                  30,
                  calm(45),
                  0.4,
                  List.of(RecordFault.every(Duration.ofMinutes(255))))));

  static final DemoTemplate TROLL =
      new DemoTemplate(
          Field.TROLL,
          "Troll P",
          "troll-p",
          310,
          7.5,
          new Sea(0.045, 0.6, 110, -0.02, -0.01),
          List.of(
              point("WELLHEAD-1", -2.3, 1.6, 3.6),
              point("WELLHEAD-2", 2.5, 1.4, 3.6),
              point("MANIFOLD", -0.4, -1.9, 1.5)),
          List.of(
              sensor(
                  "TRL-QI-2101",
                  -4.4,
                  -3.7,
                  6.9,
                  10,
                  calm(26),
                  RecordFault.sprinkled(0.002, Double.NaN),
                  RecordFault.sprinkled(0.002, Double.NEGATIVE_INFINITY)),
              sensor(
                  "TRL-QI-2102",
                  4.3,
                  3.8,
                  6.9,
                  13,
                  calm(24),
                  RecordFault.stuck(3.2, Duration.ofDays(5)),
                  RecordFault.gap(8.2, Duration.ofDays(DAYS)))));

  static final List<DemoTemplate> TEMPLATES = List.of(TRESTAKK, SNORRE, ASKELADD, TROLL);

  /**
   * The leaks. Detectors cannot judge the first day (144 readings), so the first begins well after
   * it, yet early enough to be seen within two minutes at the demo's replay speed.
   */
  static final List<InjectedLeak> LEAKS =
      List.of(
          InjectedLeak.at("LEAK-1", TRESTAKK, "VALVE-1", 1, step(216), hours(6)),
          InjectedLeak.at("LEAK-2", SNORRE, "WELLHEAD-2", 1, step(520), hours(10)),
          InjectedLeak.at("LEAK-3", TROLL, "WELLHEAD-1", 1, step(1_020), hours(16)),
          InjectedLeak.at("LEAK-4", ASKELADD, "WELLHEAD-1", 1, step(1_650), hours(12)),
          InjectedLeak.at("LEAK-5", TRESTAKK, "VALVE-1", 0.6, step(2_380), hours(30)),
          InjectedLeak.at("LEAK-6", SNORRE, "WELLHEAD-2", 0.6, step(3_300), hours(16)));

  /** Points of a template that nobody has described yet: four wells about a manifold. */
  static final List<Leak> ANY_POINTS =
      List.of(
          point("WELLHEAD-1", -2.5, 2.5, 3),
          point("WELLHEAD-2", 2.5, 2.5, 3),
          point("WELLHEAD-3", 2.5, -2.5, 3),
          point("WELLHEAD-4", -2.5, -2.5, 3),
          point("MANIFOLD", 0, 0, 1.5));

  private DemoPlant() {}

  private static Instant step(int step) {
    return START.plus(Sea.STEP.multipliedBy(step));
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private static Leak point(String name, double x, double y, double z) {
    return new Leak(name, RATE, new Position(x, y, z), EVER);
  }

  /** Natural gas of an ordinary sensor: pulses of this median height, ppmv. */
  private static GasPulses calm(double peak) {
    return new GasPulses(1.1, peak, 0.4, 0.3);
  }

  private static DemoSensor sensor(
      String name,
      double x,
      double y,
      double z,
      double floor,
      GasPulses gas,
      RecordFault... faults) {
    return new DemoSensor(name, new Position(x, y, z), DAYS, floor, gas, 0.4, List.of(faults));
  }
}
