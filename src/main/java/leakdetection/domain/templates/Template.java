package leakdetection.domain.templates;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import leakdetection.domain.Names;
import leakdetection.domain.RefusedException;
import leakdetection.domain.fields.Field;

/**
 * A subsea structure on a field. It is created with a name and an angle, may be reshaped at any
 * time, and can be removed once it carries no sensors.
 */
@Entity
@Table(name = "templates")
public class Template {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "field_id", nullable = false)
  private int fieldId;

  @Column(nullable = false)
  private String name;

  // The shape is taken apart: EclipseLink cannot read what is embedded in an embedded record.
  @Column(name = "angle_from_north", nullable = false)
  private double angleFromNorth;

  private Double height;

  @Column(name = "z_roof")
  private Double zRoof;

  @Column(name = "internal_volume")
  private Double internalVolume;

  private Double length;
  private Double width;

  @Embedded
  @AttributeOverride(name = "fore", column = @Column(name = "porosity_fore"))
  @AttributeOverride(name = "aft", column = @Column(name = "porosity_aft"))
  @AttributeOverride(name = "port", column = @Column(name = "porosity_port"))
  @AttributeOverride(name = "starboard", column = @Column(name = "porosity_starboard"))
  private Sides porosity;

  @Embedded
  @AttributeOverride(name = "fore", column = @Column(name = "wall_area_fore"))
  @AttributeOverride(name = "aft", column = @Column(name = "wall_area_aft"))
  @AttributeOverride(name = "port", column = @Column(name = "wall_area_port"))
  @AttributeOverride(name = "starboard", column = @Column(name = "wall_area_starboard"))
  private Sides wallArea;

  @Embedded
  @AttributeOverride(name = "fore", column = @Column(name = "inclination_fore"))
  @AttributeOverride(name = "aft", column = @Column(name = "inclination_aft"))
  @AttributeOverride(name = "port", column = @Column(name = "inclination_port"))
  @AttributeOverride(name = "starboard", column = @Column(name = "inclination_starboard"))
  private Sides inclination;

  @Embedded private EnvironmentPaths environment;

  @Embedded private PlumeConditions conditions;

  protected Template() {}

  /**
   * @param field where it stands
   * @param name unique on its field
   * @param shape its geometry
   * @param environment where its measured currents, waves and candidate leaks are
   */
  public Template(Field field, String name, TemplateShape shape, EnvironmentPaths environment) {
    this.fieldId = field.id();
    rename(name);
    reshape(shape);
    this.environment = environment;
  }

  /**
   * @throws RefusedException if the name is blank or longer than 255 characters
   */
  public final void rename(String newName) {
    this.name = Names.checked(newName);
  }

  /** Replaces the geometry. */
  public final void reshape(TemplateShape newShape) {
    this.angleFromNorth = newShape.angleFromNorth();
    this.height = newShape.height();
    this.zRoof = newShape.zRoof();
    this.internalVolume = newShape.internalVolume();
    this.length = newShape.length();
    this.width = newShape.width();
    this.porosity = newShape.porosity();
    this.wallArea = newShape.wallArea();
    this.inclination = newShape.inclination();
  }

  /** Points to other measurements of currents, waves and candidate leaks. */
  public void observeAt(EnvironmentPaths paths) {
    this.environment = paths;
  }

  /** Says what a plume at it depends on. */
  public void immerse(PlumeConditions newConditions) {
    this.conditions = newConditions;
  }

  public Long id() {
    return id;
  }

  public Field field() {
    return Field.find(fieldId).orElseThrow();
  }

  public String name() {
    return name;
  }

  public TemplateShape shape() {
    return new TemplateShape(
        angleFromNorth,
        height,
        zRoof,
        internalVolume,
        length,
        width,
        porosity,
        wallArea,
        inclination);
  }

  public EnvironmentPaths environment() {
    return environment == null ? EnvironmentPaths.NONE : environment;
  }

  public PlumeConditions conditions() {
    return conditions == null ? PlumeConditions.USUAL : conditions;
  }
}
