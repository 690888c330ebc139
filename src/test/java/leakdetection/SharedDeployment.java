package leakdetection;

import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Deploys the application before the first class of tests and leaves it for the others, because a
 * deployment takes longer than most of them. Found through {@code META-INF/services}.
 */
public final class SharedDeployment implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Once.class);
  }

  /** Lets the first deployment pass, and nothing after it; the end of the server ends it. */
  public static final class Once {

    private boolean deployed;

    /** Deploys what the first class of tests asks for. */
    public void deploy(@Observes EventContext<DeployManagedDeployments> event) {
      if (!deployed) {
        event.proceed();
        deployed = true;
      }
    }

    /** Keeps it. */
    public void undeploy(@Observes EventContext<UnDeployManagedDeployments> event) {
      // The event goes no further.
    }
  }
}
