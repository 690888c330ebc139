package leakdetection.domain.estimation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/**
 * A candidate of a kept estimation. No record, because EclipseLink 5.0 cannot fill records in
 * collections.
 */
@Embeddable
public class KeptCandidate {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "probability", nullable = false)
  private double probability;

  @Column(name = "rate")
  private Double rate;

  @Column(name = "rate_low")
  private Double rateLow;

  @Column(name = "rate_high")
  private Double rateHigh;

  protected KeptCandidate() {}

  KeptCandidate(RankedCandidate candidate) {
    this.name = candidate.leak().name();
    this.probability = candidate.probability();
    this.rate = finite(candidate.rate());
    this.rateLow = finite(candidate.rateLow());
    this.rateHigh = finite(candidate.rateHigh());
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Returns the point's name. */
  public String name() {
    return name;
  }

  /** Returns the probability that it leaks, 0 to 1. */
  public double probability() {
    return probability;
  }

  /** Returns the rate, kg/s; empty when the point is out of reach of all sensors. */
  public Optional<Double> rate() {
    return Optional.ofNullable(rate);
  }

  /** Returns the lower end of the rate's 90 % interval, kg/s; empty with the rate. */
  public Optional<Double> rateLow() {
    return Optional.ofNullable(rateLow);
  }

  /** Returns the upper end of the rate's 90 % interval, kg/s; empty with the rate. */
  public Optional<Double> rateHigh() {
    return Optional.ofNullable(rateHigh);
  }
}
