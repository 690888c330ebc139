package leakdetection.infrastructure.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import leakdetection.infrastructure.persistence.DatabaseAtStart;
import leakdetection.infrastructure.persistence.SoundnessAtStart;
import leakdetection.infrastructure.persistence.WriteProbe;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Says at {@code /health/ready} whether the database was migrated and can be written. */
@Readiness
@ApplicationScoped
public class ReadyProbe implements HealthCheck {

  /** How long the database may take before the answer is no. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Inject DatabaseAtStart database;
  @Inject SoundnessAtStart soundness;
  @Inject WriteProbe writeProbe;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
    if (!database.isMigrated()) {
      return response.down().withData("reason", "The migration is not done.").build();
    }
    Optional<String> reason = soundness.damage().or(() -> writeProbe.write(LIMIT));
    reason.ifPresent(text -> response.withData("reason", text));
    return response.status(reason.isEmpty()).build();
  }
}
