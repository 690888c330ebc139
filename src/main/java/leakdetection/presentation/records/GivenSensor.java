package leakdetection.presentation.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import leakdetection.application.records.RecordKind;
import leakdetection.application.sensors.SensorDirectory;
import leakdetection.domain.RefusedException;

/** The sensor that a form names by its plant tag. */
@ApplicationScoped
public class GivenSensor {

  @Inject SensorDirectory directory;

  /**
   * Returns its id.
   *
   * @throws RefusedException if there is none of this tag
   */
  public long id(GivenValues values) {
    String tag = values.text(RecordKind.SENSOR);
    return directory
        .find(tag)
        .orElseThrow(
            () ->
                RefusedException.invalid(
                    RecordKind.SENSOR, "There is no sensor %s.".formatted(tag)));
  }
}
