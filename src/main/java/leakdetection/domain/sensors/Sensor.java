package leakdetection.domain.sensors;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import leakdetection.domain.Names;
import leakdetection.domain.RefusedException;
import leakdetection.domain.templates.Template;

/**
 * A methane sensor. Mounted on a template under its plant tag, it is fed and judged from then on;
 * it may be renamed and moved, and its removal takes its readings, detections and events with it.
 */
@Entity
@Table(name = "sensors")
public class Sensor {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "template_id", nullable = false)
  private Template template;

  @Column(nullable = false, unique = true)
  private String name;

  @Embedded private Position position;

  @OneToOne(mappedBy = "sensor", cascade = CascadeType.ALL, orphanRemoval = true)
  private SensorConfiguration configuration;

  protected Sensor() {}

  private Sensor(Template template, String name, Position position) {
    this.template = template;
    rename(name);
    move(position);
    this.configuration = new SensorConfiguration(this);
  }

  /**
   * Mounts a new sensor on a template.
   *
   * @param name its plant tag, unique among all sensors
   * @param position in the template's frame
   * @throws RefusedException if the name is empty or too long
   */
  public static Sensor mount(Template template, String name, Position position) {
    return new Sensor(template, name, position);
  }

  /**
   * @throws RefusedException if the name is empty or too long
   */
  public final void rename(String newName) {
    this.name = Names.checked(newName);
  }

  /** Moves the sensor within its template's frame. */
  public final void move(Position newPosition) {
    this.position = newPosition;
  }

  public Long id() {
    return id;
  }

  public Template template() {
    return template;
  }

  public String name() {
    return name;
  }

  public Position position() {
    return position;
  }

  public SensorConfiguration configuration() {
    return configuration;
  }
}
