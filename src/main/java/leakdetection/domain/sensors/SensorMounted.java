package leakdetection.domain.sensors;

/** A sensor was mounted and is to be fed and judged. Fired after the change was committed. */
public record SensorMounted(long sensorId, String name) {}
