package leakdetection.infrastructure.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import leakdetection.infrastructure.persistence.DatabaseAtStart;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Says at {@code /health/started} whether the database was migrated. */
@Startup
@ApplicationScoped
public class StartedProbe implements HealthCheck {

  @Inject DatabaseAtStart database;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("migration").status(database.isMigrated()).build();
  }
}
