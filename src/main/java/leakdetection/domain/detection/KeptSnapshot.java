package leakdetection.domain.detection;

import java.time.Instant;

/**
 * A detector's state, kept so that a restart goes on as if nothing had happened.
 *
 * @param sensorId the sensor it judges
 * @param fingerprint of all that the detector was made from (detector, settings, baseline, mode); a
 *     snapshot with another fingerprint is of no use
 * @param detectorId the detector that made it
 * @param stateVersion the detector's version of its format
 * @param asOf time of the last reading that it has seen
 * @param state the detector's own format
 */
public record KeptSnapshot(
    long sensorId,
    String fingerprint,
    String detectorId,
    int stateVersion,
    Instant asOf,
    byte[] state) {}
