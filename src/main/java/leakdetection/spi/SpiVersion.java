package leakdetection.spi;

/**
 * The version of this contract.
 *
 * <p>{@link #CURRENT} is a compile-time constant, so a plug-in carries the number it was compiled
 * against and the host can refuse one of another contract by name.
 */
public final class SpiVersion {

  /** The version of the contract that this code was compiled against. */
  public static final int CURRENT = 1;

  private SpiVersion() {}
}
