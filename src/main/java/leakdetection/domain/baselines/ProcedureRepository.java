package leakdetection.domain.baselines;

import java.util.List;
import java.util.Optional;

/** The procedures that were recorded. */
public interface ProcedureRepository {

  /** Keeps a new procedure and gives it its id. */
  Procedure add(Procedure procedure);

  Optional<Procedure> find(long id);

  /** Returns a sensor's procedures, oldest first. */
  List<Procedure> of(long sensorId);

  /** Returns those of a sensor's procedures that ended so, oldest first. */
  List<Procedure> of(long sensorId, Procedure.Outcome outcome);
}
