package leakdetection.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that everything looks at, UTC. */
@ApplicationScoped
public class UtcClock {

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
