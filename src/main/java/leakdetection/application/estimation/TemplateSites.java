package leakdetection.application.estimation;

import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import leakdetection.domain.simulation.Enclosure;
import leakdetection.domain.simulation.PlumeModel;
import leakdetection.domain.simulation.Release;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;
import leakdetection.domain.simulation.Wall;
import leakdetection.domain.templates.PlumeConditions;
import leakdetection.domain.templates.Sides;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateShape;

/** Translates a template into what the plume models and the estimators know of it. */
final class TemplateSites {

  private TemplateSites() {}

  static Site of(Template template) {
    TemplateShape shape = template.shape();
    PlumeConditions given = template.conditions();
    return new Site(
        shape.angleFromNorth(),
        water(template),
        Optional.ofNullable(shape.zRoof()).map(roof -> enclosure(roof, shape)),
        new Release(
            usual(given.holeDiameter(), Release.USUAL.holeDiameter()),
            usual(given.gasToOilRatio(), Release.USUAL.gasToOil())));
  }

  /** Returns the water around the template. */
  static SeaWater water(Template template) {
    PlumeConditions given = template.conditions();
    return new SeaWater(
        usual(given.waterDepth(), SeaWater.STANDARD.depth()),
        usual(given.waterTemperature(), SeaWater.STANDARD.temperature()));
  }

  /** Returns the response of the template's sensors. */
  static SensorResponse response(Template template) {
    Double minutes = template.conditions().sensorTimeConstant();
    return minutes == null
        ? SensorResponse.STANDARD
        : new SensorResponse(
            Duration.ofMillis(Math.round(60_000 * minutes)), SensorResponse.STANDARD.saturation());
  }

  /**
   * Returns the plume model for a site.
   *
   * @throws IllegalArgumentException if none suits it
   */
  static PlumeModel model(Site site) {
    return ServiceLoader.load(PlumeModel.class, PlumeModel.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(model -> model.rateAware() && model.suits(site))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No plume model suits the template."));
  }

  private static double usual(Double given, double usual) {
    return given == null ? usual : given;
  }

  private static Enclosure enclosure(double roof, TemplateShape shape) {
    double volume =
        shape.internalVolume() != null
            ? shape.internalVolume()
            : roof * shape.length() * shape.width();
    return new Enclosure(
        roof,
        volume,
        wall(fore(shape.wallArea()), fore(shape.porosity()), fore(shape.inclination())),
        wall(aft(shape.wallArea()), aft(shape.porosity()), aft(shape.inclination())),
        wall(port(shape.wallArea()), port(shape.porosity()), port(shape.inclination())),
        wall(
            starboard(shape.wallArea()),
            starboard(shape.porosity()),
            starboard(shape.inclination())));
  }

  private static Wall wall(Double area, Double porosity, Double inclination) {
    return new Wall(
        area == null ? 0 : area,
        porosity == null ? 0 : porosity,
        inclination == null ? 0 : Math.abs(inclination));
  }

  private static Double fore(Sides sides) {
    return sides == null ? null : sides.fore();
  }

  private static Double aft(Sides sides) {
    return sides == null ? null : sides.aft();
  }

  private static Double port(Sides sides) {
    return sides == null ? null : sides.port();
  }

  private static Double starboard(Sides sides) {
    return sides == null ? null : sides.starboard();
  }
}
