package leakdetection.domain.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;

/**
 * What a plume at a template depends on besides geometry, currents and waves. What is not given is
 * taken as usual.
 *
 * @param waterDepth of the seabed, m, 5 to 3,000; null for 90
 * @param waterTemperature at the seabed, degC, -2 to 30; null for 6
 * @param holeDiameter that gas is thought to leave by, m, 0.0005 to 0.1; null for 0.003
 * @param gasToOilRatio m3 of gas per m3 of oil in what leaks, at standard conditions, 1 to
 *     1,000,000; null for 55. Large for dry gas
 * @param sensorTimeConstant within which a sensor follows the water, minutes, 1 to 1,440; null for
 *     120
 */
@Embeddable
public record PlumeConditions(
    @Column(name = "water_depth") Double waterDepth,
    @Column(name = "water_temperature") Double waterTemperature,
    @Column(name = "hole_diameter") Double holeDiameter,
    @Column(name = "gas_to_oil_ratio") Double gasToOilRatio,
    @Column(name = "sensor_time_constant") Double sensorTimeConstant) {

  /** Everything as usual. */
  public static final PlumeConditions USUAL = new PlumeConditions(null, null, null, null, null);

  /**
   * @throws RefusedException naming each member out of bounds, its value, its unit and what is
   *     allowed
   */
  public PlumeConditions {
    Refusals refusals = new Refusals();
    waterDepth = given(waterDepth);
    holeDiameter = given(holeDiameter);
    gasToOilRatio = given(gasToOilRatio);
    sensorTimeConstant = given(sensorTimeConstant);
    check(refusals, "waterDepth", waterDepth, 5, 3000, " m");
    check(refusals, "waterTemperature", waterTemperature, -2, 30, " degC");
    check(refusals, "holeDiameter", holeDiameter, 0.0005, 0.1, " m");
    check(refusals, "gasToOilRatio", gasToOilRatio, 1, 1e6, "");
    check(refusals, "sensorTimeConstant", sensorTimeConstant, 1, 1440, " minutes");
    refusals.throwIfAny();
  }

  /** Returns the value, or null for 0, which means not given where it cannot be meant. */
  private static Double given(Double value) {
    return value == null || value == 0 ? null : value;
  }

  private static void check(
      Refusals refusals, String member, Double value, double min, double max, String unit) {
    if (value != null && !(min <= value && value <= max)) {
      refusals.add(
          RefusedException.invalid(
              member,
              "The %s (%s%s) must be from %s to %s%s."
                  .formatted(member, value, unit, min, max, unit)));
    }
  }
}
