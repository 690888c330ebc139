package leakdetection.domain.events;

/** A sensor's state changed. Fired after the commit, in the order of the changes. */
public record SensorEventRaised(SensorEvent event) {}
