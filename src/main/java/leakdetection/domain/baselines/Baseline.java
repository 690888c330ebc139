package leakdetection.domain.baselines;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** A series of normal operation, immutable once it is kept. */
@Entity
@Table(name = "baselines")
public class Baseline {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String name;

  // In the bank: offered to every sensor. Else made for one.
  @Column(nullable = false)
  private boolean bank;

  @Column(name = "interval_seconds", nullable = false)
  private long intervalSeconds;

  @Column(nullable = false)
  private byte[] ppmv;

  @Column(nullable = false)
  private double mean;

  @Column(nullable = false)
  private double variance;

  @Column(nullable = false, unique = true)
  private String fingerprint;

  @Column(nullable = false)
  private String provenance;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected Baseline() {}

  /**
   * @param name how people call it
   * @param series its readings
   * @param bank whether it is offered to every sensor
   * @param provenance where it comes from, one sentence
   */
  public Baseline(
      String name, BaselineSeries series, boolean bank, String provenance, Instant createdAt) {
    this.name = name;
    this.bank = bank;
    this.intervalSeconds = series.interval().toSeconds();
    this.ppmv = Ppmv.toBytes(series.ppmv());
    this.mean = series.mean();
    this.variance = series.variance();
    this.fingerprint = fingerprint(name, ppmv, intervalSeconds);
    this.provenance = provenance;
    this.createdAt = createdAt;
  }

  /** Returns a fresh copy of the series. */
  public BaselineSeries series() {
    return new BaselineSeries(Ppmv.fromBytes(ppmv), Duration.ofSeconds(intervalSeconds));
  }

  private static String fingerprint(String name, byte[] ppmv, long intervalSeconds) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, intervalSeconds));
      return HexFormat.of().formatHex(digest.digest(ppmv));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public boolean isInBank() {
    return bank;
  }

  /** Returns the number of readings. */
  public int length() {
    return ppmv.length / Double.BYTES;
  }

  public Duration interval() {
    return Duration.ofSeconds(intervalSeconds);
  }

  /** Returns the mean of its readings, ppmv. */
  public double mean() {
    return mean;
  }

  /** Returns the population variance of its readings, ppmv squared. */
  public double variance() {
    return variance;
  }

  /** Returns the SHA-256 of its name, interval and readings, hexadecimal. */
  public String fingerprint() {
    return fingerprint;
  }

  public String provenance() {
    return provenance;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
