package leakdetection.domain.tsd;

/** The rules that were set for the readings of sensors. */
public interface ReadingRulesRepository {

  /** Returns the rules of a sensor, the standard ones if nobody set any. */
  ReadingRules of(long sensorId);

  /** Keeps the rules of a sensor in place of those before. */
  void keep(long sensorId, ReadingRules rules);
}
