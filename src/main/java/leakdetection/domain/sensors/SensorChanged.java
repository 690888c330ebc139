package leakdetection.domain.sensors;

/** A sensor's name, place or configuration changed. Fired after the change was committed. */
public record SensorChanged(long sensorId) {}
