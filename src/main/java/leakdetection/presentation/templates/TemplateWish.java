package leakdetection.presentation.templates;

import leakdetection.domain.Names;
import leakdetection.domain.RefusedException;
import leakdetection.domain.templates.EnvironmentPaths;
import leakdetection.domain.templates.PlumeConditions;
import leakdetection.domain.templates.Sides;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateShape;
import leakdetection.presentation.web.JsonMembers;

/**
 * What the members of a body want a template to be. A member that is not sent stays as it is; one
 * that is sent as null, as an empty text or, for a size, as 0 is taken away.
 */
final class TemplateWish {

  private static final TemplateShape PLAIN =
      new TemplateShape(0, null, null, null, null, null, null, null, null);
  private static final Sides NO_SIDES = new Sides(null, null, null, null);

  private final JsonMembers body;

  TemplateWish(JsonMembers body) {
    this.body = body;
  }

  /** What a new template is made of. */
  record NewTemplate(
      String name, TemplateShape shape, EnvironmentPaths environment, PlumeConditions conditions) {}

  /**
   * Reads a new template.
   *
   * @throws RefusedException everything that is wrong with it
   */
  NewTemplate newTemplate() {
    String name = body.text("name").orElse(null);
    body.check(() -> Names.checked(name));
    body.requiredNumber("angleFromNorth");
    TemplateShape shape = body.tried(() -> shape(PLAIN));
    EnvironmentPaths environment = body.tried(() -> environment(EnvironmentPaths.NONE));
    PlumeConditions conditions = body.tried(() -> conditions(PlumeConditions.USUAL));
    body.throwIfRefused();
    return new NewTemplate(name, shape, environment, conditions);
  }

  /**
   * Changes a template.
   *
   * @throws RefusedException everything that is wrong with the change; the template may then be
   *     half changed
   */
  void change(Template template) {
    if (body.has("name")) {
      String name = body.text("name").orElse(null);
      body.check(() -> template.rename(name));
    }
    body.check(() -> template.reshape(shape(template.shape())));
    body.check(() -> template.observeAt(environment(template.environment())));
    body.check(() -> template.immerse(conditions(template.conditions())));
    body.throwIfRefused();
  }

  private TemplateShape shape(TemplateShape before) {
    return new TemplateShape(
        body.has("angleFromNorth")
            ? body.requiredNumber("angleFromNorth")
            : before.angleFromNorth(),
        number(body, "height", before.height()),
        number(body, "zRoof", before.zRoof()),
        number(body, "internalVolume", before.internalVolume()),
        number(body, "length", before.length()),
        number(body, "width", before.width()),
        sides("porosity", before.porosity()),
        sides("wallArea", before.wallArea()),
        sides("inclination", before.inclination()));
  }

  private EnvironmentPaths environment(EnvironmentPaths before) {
    return new EnvironmentPaths(
        text("currentsPath", before.currents()),
        text("wavesPath", before.waves()),
        text("simulatedLeaksPath", before.simulatedLeaks()));
  }

  private PlumeConditions conditions(PlumeConditions before) {
    return new PlumeConditions(
        number(body, "waterDepth", before.waterDepth()),
        number(body, "waterTemperature", before.waterTemperature()),
        number(body, "holeDiameter", before.holeDiameter()),
        number(body, "gasToOilRatio", before.gasToOilRatio()),
        number(body, "sensorTimeConstant", before.sensorTimeConstant()));
  }

  private String text(String member, String before) {
    return body.has(member) ? body.text(member).orElse(null) : before;
  }

  private static Double number(JsonMembers members, String member, Double before) {
    return members.has(member) ? members.number(member).orElse(null) : before;
  }

  private Sides sides(String member, Sides before) {
    if (!body.has(member)) {
      return before;
    }
    Sides known = before == null ? NO_SIDES : before;
    return body.members(member)
        .map(
            given ->
                new Sides(
                    number(given, "fore", known.fore()),
                    number(given, "aft", known.aft()),
                    number(given, "port", known.port()),
                    number(given, "starboard", known.starboard())))
        .filter(sides -> !sides.equals(NO_SIDES))
        .orElse(null);
  }
}
