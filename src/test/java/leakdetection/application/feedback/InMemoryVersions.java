package leakdetection.application.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import leakdetection.application.baselines.BaselineVersions;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.domain.baselines.BaselineVersion;
import leakdetection.domain.sensors.Sensor;

/** The versions of one sensor's baselines in memory; both roles begin with 1, 2, 3 ppmv. */
final class InMemoryVersions extends BaselineVersions {

  static final double[] FIRST = {1, 2, 3};

  private final List<BaselineVersion> versions = new ArrayList<>();

  InMemoryVersions() {
    add(BaselineRole.NORMAL, new BaselineSeries(FIRST, Duration.ofMinutes(10)));
  }

  /** Puts a series into force as anybody else may do. */
  void add(BaselineRole role, BaselineSeries series) {
    add(role, new Baseline("high", series, false, "made for a test", Instant.EPOCH), "");
  }

  double[] ppmv(BaselineRole role) {
    return inForce(0, role).baseline().series().ppmv();
  }

  List<String> reasons() {
    return versions.stream().map(BaselineVersion::reason).toList();
  }

  @Override
  public BaselineVersion inForce(long sensorId, BaselineRole role) {
    return newest(role).or(() -> newest(BaselineRole.NORMAL)).orElseThrow();
  }

  @Override
  public Optional<BaselineVersion> find(long sensorId, BaselineRole role, int version) {
    return versions.stream()
        .filter(known -> known.role() == role && known.version() == version)
        .findFirst();
  }

  @Override
  public BaselineVersion change(
      long sensorId,
      BaselineRole role,
      String reason,
      Function<BaselineVersion, Baseline> next,
      BiConsumer<Sensor, BaselineVersion> note) {
    int before = versions.size();
    BaselineVersion version = add(role, next.apply(inForce(sensorId, role)), reason);
    try {
      note.accept(null, version);
    } catch (RuntimeException rollback) {
      versions.subList(before, versions.size()).clear();
      throw rollback;
    }
    return version;
  }

  private BaselineVersion add(BaselineRole role, Baseline baseline, String reason) {
    int last = newest(role).map(BaselineVersion::version).orElse(0);
    versions.add(new BaselineVersion(1, role, last + 1, baseline, reason, Instant.EPOCH));
    return versions.get(versions.size() - 1);
  }

  private Optional<BaselineVersion> newest(BaselineRole role) {
    return versions.stream()
        .filter(version -> version.role() == role)
        .reduce((older, newer) -> newer);
  }
}
