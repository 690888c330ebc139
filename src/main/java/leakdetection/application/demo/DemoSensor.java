package leakdetection.application.demo;

import java.util.List;
import leakdetection.domain.sensors.Position;

/**
 * A sensor of the demo plant and what happens to its readings.
 *
 * @param name its plant tag, which is also the name of its file
 * @param position in the template's frame
 * @param days of its record, which ends with the plant's
 * @param floor what it reads in the quietest hour, ppmv
 * @param gas the natural pulses that only it sees, ppmv
 * @param share of the pulses that all sensors of its template see, 0 to 1
 * @param faults what is wrong with its record, applied in this order
 */
record DemoSensor(
    String name,
    Position position,
    int days,
    double floor,
    GasPulses gas,
    double share,
    List<RecordFault> faults) {}
