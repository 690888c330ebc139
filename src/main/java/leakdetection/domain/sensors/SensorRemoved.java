package leakdetection.domain.sensors;

/** A sensor was removed with all its data. Fired after the change was committed. */
public record SensorRemoved(long sensorId) {}
