package leakdetection.domain.templates;

import java.util.Locale;

/** What surrounds a template, as far as somebody can measure or list it. */
public enum EnvironmentKind {
  /** Measured sea currents at the seabed. */
  CURRENTS,
  /** Measured sea states. */
  WAVES,
  /** Where the template may leak. */
  LEAKS;

  /** Returns the name as addresses and messages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
