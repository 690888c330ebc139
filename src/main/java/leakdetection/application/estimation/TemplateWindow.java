package leakdetection.application.estimation;

import java.time.Instant;
import java.util.List;
import leakdetection.domain.estimation.EstimationTask;

/**
 * The window of a template, ready to be estimated.
 *
 * @param task what an estimator takes
 * @param from its first reading
 * @param until its last reading
 * @param notes what was assumed, in whole sentences, for example that currents repeat
 */
public record TemplateWindow(EstimationTask task, Instant from, Instant until, List<String> notes) {

  public TemplateWindow {
    notes = List.copyOf(notes);
  }
}
