package leakdetection.domain.templates;

import java.util.Optional;

/** What was sent of the templates' surroundings. */
public interface UploadedEnvironmentRepository {

  /** Returns what was sent of a kind for a template. */
  Optional<UploadedEnvironment> find(long templateId, EnvironmentKind kind);

  /** Keeps what was sent for the first time. */
  UploadedEnvironment add(UploadedEnvironment uploaded);

  /** Forgets what was sent. */
  void remove(UploadedEnvironment uploaded);
}
