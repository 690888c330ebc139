package leakdetection.application.estimation;

import java.util.Optional;
import leakdetection.domain.simulation.Enclosure;
import leakdetection.domain.simulation.SeaWater;
import leakdetection.domain.simulation.Site;
import leakdetection.domain.simulation.Wall;
import leakdetection.domain.templates.Sides;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateShape;

/** Translates a template's shape into the site that the plume models know. */
final class TemplateSites {

  private TemplateSites() {}

  static Site of(Template template) {
    TemplateShape shape = template.shape();
    return new Site(
        shape.angleFromNorth(),
        SeaWater.STANDARD,
        Optional.ofNullable(shape.zRoof()).map(roof -> enclosure(roof, shape)));
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
