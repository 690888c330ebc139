package leakdetection.infrastructure.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Says at {@code /health/live} that requests are answered; no more, because a restart would not
 * mend what else can be wrong.
 */
@Liveness
@ApplicationScoped
public class LiveProbe implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.up("requests");
  }
}
