package leakdetection.presentation.estimation;

import java.time.Instant;
import java.util.List;
import leakdetection.domain.simulation.SimulationDetection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a candidate's leak would have brought to a sensor, as it is answered.
 *
 * @param leak the candidate's name
 * @param from time of the first value
 * @param ppmv above the sensor's background
 */
@Schema(name = "SimulationDetection")
public record SimulationDetectionBody(
    long id,
    long sensorId,
    String leak,
    double rateKgPerS,
    Instant from,
    long intervalSeconds,
    double[] ppmv) {

  static SimulationDetectionBody of(SimulationDetection simulated) {
    return new SimulationDetectionBody(
        simulated.id(),
        simulated.sensorId(),
        simulated.leak(),
        simulated.rate(),
        simulated.from(),
        simulated.interval().toSeconds(),
        simulated.ppmv());
  }

  /** The answer to who asks for an estimation's curves. */
  @Schema(
      name = "SimulationDetectionList",
      examples =
          """
          {"result": [{"id": 5, "sensorId": 1, "leak": "LMF2", "rateKgPerS": 0.0004,
                       "from": "2021-04-04T14:10:00Z", "intervalSeconds": 600,
                       "ppmv": [0, 3.2, 9.71]}]}""")
  public record SimulationDetectionList(List<SimulationDetectionBody> result) {}
}
