package leakdetection.domain.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Currents, waves or candidate leaks of a template as somebody sent them, word by word. It goes
 * before the template's own file and the default, and is replaced as a whole.
 */
@Entity
@Table(name = "template_environments")
public class UploadedEnvironment {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "template_id", nullable = false)
  private long templateId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private EnvironmentKind kind;

  @Column(nullable = false)
  private String csv;

  @Column(name = "uploaded_at", nullable = false)
  private Instant uploadedAt;

  protected UploadedEnvironment() {}

  /**
   * @param csv the text, understood and found right before
   * @param at when it was sent
   */
  public UploadedEnvironment(long templateId, EnvironmentKind kind, String csv, Instant at) {
    this.templateId = templateId;
    this.kind = kind;
    replace(csv, at);
  }

  /** Takes another text instead. */
  public final void replace(String newCsv, Instant at) {
    this.csv = newCsv;
    this.uploadedAt = at;
  }

  public long templateId() {
    return templateId;
  }

  public EnvironmentKind kind() {
    return kind;
  }

  public String csv() {
    return csv;
  }

  public Instant uploadedAt() {
    return uploadedAt;
  }
}
