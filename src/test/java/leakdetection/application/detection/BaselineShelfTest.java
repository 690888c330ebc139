package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.application.QueueingWriter;
import leakdetection.domain.baselines.Baseline;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.domain.baselines.BaselineVersion;
import leakdetection.spi.Series;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BaselineShelfTest {

  private static final Instant NOW = Instant.parse("2024-05-01T00:00:00Z");

  private final Bank bank = new Bank();
  private final BaselineShelf shelf = new BaselineShelf();

  @BeforeEach
  void assemble() {
    shelf.writer = new QueueingWriter();
    shelf.baselines = bank;
    shelf.clock = Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Test
  void aNewSensorStartsWithTheHighBaselineOfTheBank() {
    bank.offer("low", "high", "mid");
    BaselineVersion version = shelf.inForce(7, BaselineRole.NORMAL);

    assertThat(version.baseline().name()).isEqualTo("high");
    assertThat(version.version()).isEqualTo(1);
    assertThat(version.since()).isEqualTo(NOW);
    assertThat(shelf.inForce(7, BaselineRole.NORMAL)).isSameAs(version);
    assertThat(bank.versions).hasSize(1);
  }

  @Test
  void theNormalBaselineServesInFeedbackModeUntilAProcedureWasLearned() {
    bank.offer("high");

    assertThat(shelf.inForce(7, BaselineRole.FEEDBACK).role()).isEqualTo(BaselineRole.NORMAL);
  }

  @Test
  void aBankWithoutTheHighBaselineIsSaidSo() {
    bank.offer("low");

    assertThatThrownBy(() -> shelf.inForce(7, BaselineRole.NORMAL))
        .hasMessage("The bank holds no baseline high.");
  }

  @Test
  void sensorsWithTheSameBaselineShareItsReadings() {
    bank.offer("high", "low");
    Series first = shelf.series(shelf.inForce(7, BaselineRole.NORMAL).baseline());
    Series second = shelf.series(shelf.inForce(8, BaselineRole.NORMAL).baseline());

    assertThat(second).isSameAs(first);
    assertThat(second.ppmv()).isSameAs(first.ppmv());
    assertThat(shelf.series(bank.bank().get(1))).isNotSameAs(first);
  }

  /** Keeps baselines and versions in memory. */
  private static final class Bank implements BaselineRepository {

    private final List<Baseline> baselines = new ArrayList<>();
    private final List<BaselineVersion> versions = new ArrayList<>();

    void offer(String... names) {
      for (String name : names) {
        baselines.add(new Offered(baselines.size() + 1L, name));
      }
    }

    @Override
    public Baseline keep(Baseline baseline) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Baseline> find(long id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Baseline> bank() {
      return baselines;
    }

    @Override
    public boolean isUsed(long id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Baseline baseline) {
      throw new UnsupportedOperationException();
    }

    @Override
    public BaselineVersion add(BaselineVersion version) {
      versions.add(version);
      return version;
    }

    @Override
    public Optional<BaselineVersion> current(long sensorId, BaselineRole role) {
      return versions(sensorId, role).stream().findFirst();
    }

    @Override
    public Optional<BaselineVersion> first(long sensorId, BaselineRole role) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<BaselineVersion> versions(long sensorId, BaselineRole role) {
      return versions.stream()
          .filter(version -> version.sensorId() == sensorId && version.role() == role)
          .toList();
    }
  }

  /** A baseline with the id that only the database gives. */
  private static final class Offered extends Baseline {
    private final Long id;

    Offered(long id, String name) {
      super(
          name,
          new BaselineSeries(new double[] {1, 2, 3}, Duration.ofMinutes(10)),
          true,
          "made for a test",
          NOW);
      this.id = id;
    }

    @Override
    public Long id() {
      return id;
    }
  }
}
