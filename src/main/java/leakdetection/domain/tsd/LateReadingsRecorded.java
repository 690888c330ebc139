package leakdetection.domain.tsd;

/** Readings came late or got other values and are to be judged again. Fired after the commit. */
public record LateReadingsRecorded(long sensorId) {}
