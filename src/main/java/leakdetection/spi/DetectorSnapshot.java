package leakdetection.spi;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A detector's state at one reading, to be restored after a restart.
 *
 * <p>The baseline, the settings and the confirmed-normal stretches are not part of it: the host
 * keeps them and hands them in again.
 *
 * @param detectorId the detector that made it
 * @param stateVersion its {@link DetectorDescriptor#stateVersion()}
 * @param asOf time of the last reading assessed, or {@link Instant#MIN} when there was none
 * @param state the detector's own format; never Java serialization
 */
public record DetectorSnapshot(String detectorId, int stateVersion, Instant asOf, byte[] state) {

  public DetectorSnapshot {
    Objects.requireNonNull(detectorId);
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(state);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DetectorSnapshot that
        && detectorId.equals(that.detectorId)
        && stateVersion == that.stateVersion
        && asOf.equals(that.asOf)
        && Arrays.equals(state, that.state);
  }

  @Override
  public int hashCode() {
    return Objects.hash(detectorId, stateVersion, asOf, Arrays.hashCode(state));
  }

  @Override
  public String toString() {
    return "DetectorSnapshot[%s, stateVersion=%d, asOf=%s, %d bytes]"
        .formatted(detectorId, stateVersion, asOf, state.length);
  }
}
