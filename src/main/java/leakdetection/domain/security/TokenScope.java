package leakdetection.domain.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API token may be used for, within the role of its owner. */
public enum TokenScope {
  /** Delivers readings, and nothing else. */
  PUSH,
  /** Looks: every GET and every stream of the plant. */
  READ,
  /** Changes: everything that is not a GET, pushing included. */
  WRITE;

  /** Returns the scope as it stands in the API and in columns. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the scope of a label. */
  public static Optional<TokenScope> find(String label) {
    return Arrays.stream(values()).filter(scope -> scope.label().equals(label)).findFirst();
  }
}
