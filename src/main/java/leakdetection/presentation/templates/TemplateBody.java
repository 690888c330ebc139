package leakdetection.presentation.templates;

import leakdetection.domain.templates.EnvironmentPaths;
import leakdetection.domain.templates.PlumeConditions;
import leakdetection.domain.templates.Sides;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateShape;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template as it is answered.
 *
 * @param angleFromNorth clockwise from north to the normal of the fore, degrees
 * @param height m; null when not given, as all that follow
 * @param zRoof m
 * @param porosity open share of each wall, 0 to 1
 * @param wallArea m2
 * @param inclination degrees
 * @param internalVolume m3
 * @param length m
 * @param width m
 * @param waterDepth of the seabed, m; null for 90
 * @param waterTemperature at the seabed, degC; null for 6
 * @param holeDiameter that gas is thought to leave by, m; null for 0.003
 * @param gasToOilRatio m3 gas per m3 oil in what leaks; null for 55
 * @param sensorTimeConstant within which sensors follow the water, minutes; null for 120
 */
@Schema(name = "Template")
public record TemplateBody(
    long id,
    int fieldId,
    String name,
    double angleFromNorth,
    String currentsPath,
    String wavesPath,
    String simulatedLeaksPath,
    Double height,
    Double zRoof,
    SidesBody porosity,
    SidesBody wallArea,
    SidesBody inclination,
    Double internalVolume,
    Double length,
    Double width,
    Double waterDepth,
    Double waterTemperature,
    Double holeDiameter,
    Double gasToOilRatio,
    Double sensorTimeConstant) {

  static final String EXAMPLE =
      """
      {"id": 1, "fieldId": 1, "name": "A", "angleFromNorth": 45.0,
       "currentsPath": "environment/currents.csv", "wavesPath": null, "simulatedLeaksPath": null,
       "height": 6.0, "zRoof": 6.0, "porosity": null, "wallArea": null, "inclination": null,
       "internalVolume": null, "length": 20.0, "width": 16.0,
       "waterDepth": 300.0, "waterTemperature": 4.0, "holeDiameter": null,
       "gasToOilRatio": null, "sensorTimeConstant": null}""";

  static TemplateBody of(Template template) {
    TemplateShape shape = template.shape();
    EnvironmentPaths environment = template.environment();
    PlumeConditions conditions = template.conditions();
    return new TemplateBody(
        template.id(),
        template.field().id(),
        template.name(),
        shape.angleFromNorth(),
        environment.currents(),
        environment.waves(),
        environment.simulatedLeaks(),
        shape.height(),
        shape.zRoof(),
        SidesBody.of(shape.porosity()),
        SidesBody.of(shape.wallArea()),
        SidesBody.of(shape.inclination()),
        shape.internalVolume(),
        shape.length(),
        shape.width(),
        conditions.waterDepth(),
        conditions.waterTemperature(),
        conditions.holeDiameter(),
        conditions.gasToOilRatio(),
        conditions.sensorTimeConstant());
  }

  /** One value for each side. */
  @Schema(name = "Sides")
  public record SidesBody(Double fore, Double aft, Double port, Double starboard) {

    static SidesBody of(Sides sides) {
      return sides == null
          ? null
          : new SidesBody(sides.fore(), sides.aft(), sides.port(), sides.starboard());
    }
  }
}
