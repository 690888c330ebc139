package leakdetection.domain.metocean;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A series of measured sea currents at the seabed, equally spaced in time; immutable.
 *
 * <p>Each current is a speed, m/s, and a direction, radians clockwise from north, that the water
 * flows towards. A missing measurement is NaN in both; {@link #filled()} closes such gaps.
 */
public final class Currents {

  private final double[] speed;
  private final double[] direction;
  private final double[] towardsEast;
  private final double[] towardsNorth;
  private final Instant start;
  private final Duration interval;

  private Currents(double[] speed, double[] direction, Instant start, Duration interval) {
    Objects.requireNonNull(interval, "Currents need their sampling interval.");
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "The sampling interval (%s) of the currents must be positive.".formatted(interval));
    }
    this.speed = speed;
    this.direction = direction;
    this.towardsEast = Arrays.stream(direction).map(Math::sin).toArray();
    this.towardsNorth = Arrays.stream(direction).map(Math::cos).toArray();
    this.start = start;
    this.interval = interval;
  }

  /**
   * Returns currents from their components.
   *
   * @param east components towards east [n], m/s; NaN or infinite where missing
   * @param north components towards north [n], m/s
   * @param start time of the first current; null when the series carries no times
   * @param interval time between two currents, positive
   * @throws IllegalArgumentException if the lengths differ, the series is empty, the interval is
   *     not positive or a current is faster than 10 m/s
   */
  public static Currents ofComponents(
      double[] east, double[] north, Instant start, Duration interval) {
    if (east.length != north.length || east.length == 0) {
      throw new IllegalArgumentException(
          "Currents need as many components towards east (%d) as towards north (%d), at least one."
              .formatted(east.length, north.length));
    }
    double[] speed = new double[east.length];
    double[] direction = new double[east.length];
    for (int i = 0; i < east.length; i++) {
      boolean measured = Double.isFinite(east[i]) && Double.isFinite(north[i]);
      speed[i] = measured ? Math.sqrt(east[i] * east[i] + north[i] * north[i]) : Double.NaN;
      direction[i] = measured ? Math.atan2(east[i], north[i]) : Double.NaN;
      if (speed[i] > FASTEST) {
        throw new IllegalArgumentException(
            "Current %d (%s m/s east, %s m/s north) is faster than %s m/s. Maybe it is in cm/s?"
                .formatted(i, east[i], north[i], FASTEST));
      }
    }
    return new Currents(speed, direction, start, interval);
  }

  /** Speed that no current at the seabed reaches, m/s; above it a unit is wrong. */
  public static final double FASTEST = 10;

  /** Returns the number of currents, n. */
  public int length() {
    return speed.length;
  }

  /** Returns the speed of one current, m/s; NaN when missing. */
  public double speed(int index) {
    return speed[index];
  }

  /** Returns where one current flows, radians clockwise from north; NaN when missing. */
  public double direction(int index) {
    return direction[index];
  }

  /** Returns the sine of {@link #direction}, the unit vector's part towards east. */
  public double towardsEast(int index) {
    return towardsEast[index];
  }

  /** Returns the cosine of {@link #direction}, the unit vector's part towards north. */
  public double towardsNorth(int index) {
    return towardsNorth[index];
  }

  /** Returns the component of one current towards east, m/s. */
  public double east(int index) {
    return speed[index] * towardsEast[index];
  }

  /** Returns the component of one current towards north, m/s. */
  public double north(int index) {
    return speed[index] * towardsNorth[index];
  }

  /** Returns the time of the first current, empty when the series carries no times. */
  public Optional<Instant> start() {
    return Optional.ofNullable(start);
  }

  /** Returns the time between two currents. */
  public Duration interval() {
    return interval;
  }

  /** Returns how many currents are missing. */
  public int missing() {
    return (int) Arrays.stream(speed).filter(Double::isNaN).count();
  }

  /**
   * Returns the same currents turned clockwise and scaled, as if the meter had been wrong by so
   * much.
   *
   * @param angle turn, radians
   * @param factor of the speed, positive
   * @param resolution grid that the speeds are rounded to, m/s; 0 for no rounding. A coarse grid
   *     lets plumes be shared between currents.
   */
  public Currents perturbed(double angle, double factor, double resolution) {
    double[] turned = new double[speed.length];
    double[] scaled = new double[speed.length];
    for (int i = 0; i < speed.length; i++) {
      turned[i] = direction[i] + angle;
      double exact = speed[i] * factor;
      scaled[i] = resolution > 0 ? Math.rint(exact / resolution) * resolution : exact;
    }
    return new Currents(scaled, turned, start, interval);
  }

  /**
   * Returns the same currents with every missing one put on the line between its measured
   * neighbours (by components; the nearest one at the ends).
   *
   * @throws IllegalStateException if no current at all was measured
   */
  public Currents filled() {
    if (missing() == 0) {
      return this;
    }
    if (missing() == length()) {
      throw new IllegalStateException("None of the %d currents was measured.".formatted(length()));
    }
    double[] east = new double[length()];
    double[] north = new double[length()];
    for (int i = 0; i < length(); i++) {
      int before = i;
      int after = i;
      while (before >= 0 && Double.isNaN(speed[before])) {
        before--;
      }
      while (after < length() && Double.isNaN(speed[after])) {
        after++;
      }
      before = before < 0 ? after : before;
      after = after == length() ? before : after;
      double weight = after == before ? 0 : (double) (i - before) / (after - before);
      east[i] = (1 - weight) * east(before) + weight * east(after);
      north[i] = (1 - weight) * north(before) + weight * north(after);
    }
    return ofComponents(east, north, start, interval);
  }

  /**
   * Returns the currents of a window, one for each of its sampling times.
   *
   * <p>With times, the measured current nearest in time is taken, missing when none lies within one
   * interval. Without times the series starts at the window's start and repeats from its own start
   * when it is too short.
   *
   * @param from time of the first current wanted
   * @param count number of currents wanted, positive
   * @param step time between two of them, positive
   */
  public Currents window(Instant from, int count, Duration step) {
    double[] speeds = new double[count];
    double[] directions = new double[count];
    for (int i = 0; i < count; i++) {
      int index = indexAt(Duration.between(start == null ? from : start, from), step, i);
      boolean known = index >= 0 && index < length();
      speeds[i] = known ? speed[index] : Double.NaN;
      directions[i] = known ? direction[index] : Double.NaN;
    }
    return new Currents(speeds, directions, from, step);
  }

  private int indexAt(Duration offset, Duration step, int i) {
    long sinceStart = offset.toMillis() + step.toMillis() * i;
    long index = Math.round((double) sinceStart / interval.toMillis());
    return (int)
        (start == null ? Math.floorMod(index, length()) : Math.max(-1, Math.min(index, length())));
  }

  /** Tells whether a window of this length can only be filled by repeating the series. */
  public boolean repeatsWithin(Duration window) {
    return start == null && window.compareTo(interval.multipliedBy(length())) > 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Currents that
        && Arrays.equals(speed, that.speed)
        && Arrays.equals(direction, that.direction)
        && Objects.equals(start, that.start)
        && interval.equals(that.interval);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(speed), Arrays.hashCode(direction), start, interval);
  }

  @Override
  public String toString() {
    return "Currents[%d, %d missing, start=%s, interval=%s]"
        .formatted(length(), missing(), start, interval);
  }
}
