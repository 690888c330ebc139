package leakdetection.domain.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do; each role may do what those before it may. */
public enum Role {
  /** Looks at everything that concerns the plant. */
  VIEWER,
  /** Watches the plant: answers alarms, sets up templates and sensors, teaches procedures. */
  OPERATOR,
  /** Decides how the plant is judged: detectors, baselines, rules, imports, removals. */
  ENGINEER,
  /** Decides who may do what, and reads the audit log. */
  ADMINISTRATOR;

  /** Tells whether this role may do what the other one may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** Returns the role as it stands in the API, in columns and in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the role of a label. */
  public static Optional<Role> find(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }
}
