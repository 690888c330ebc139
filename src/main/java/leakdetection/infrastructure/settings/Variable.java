package leakdetection.infrastructure.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A variable of the environment or of {@code .env} that the product knows, with its default as one
 * would write it and what is allowed.
 */
enum Variable {
  DEBUG("true", "true or false"),
  DATABASE__NAME("leak_detection.sqlite3", "the path of a file that can be made or written"),
  TSD_FETCH_PERIODICITY("0.25", "a number of seconds from 0 to 86400"),
  DATA_LAKE_CONSUMING_PERIODICITY("600", "a number of seconds from 0 to 86400"),
  SIMULATION__TURN_ON("true", "true or false"),
  ANOMALY_DETECTION__WARNING("100", "a number of percent above 0, at most 10000"),
  ANOMALY_DETECTION__ALERT(
      "200", "a number of percent above ANOMALY_DETECTION__WARNING, at most 10000"),
  ANOMALY_DETECTION__WINDOW_SIZE("144", "a whole number of readings from 8 to 1440"),
  ANOMALY_DETECTION__EXCLUSION_ZONE(
      "72", "a whole number of readings from 1 to ANOMALY_DETECTION__WINDOW_SIZE"),
  SENSORS__ANOMALY_DETECTION__BASELINE_BEST_SELECTION_INTERVAL(
      "P15D", "an ISO-8601 duration from PT1M to P3650D, such as P15D or PT12H"),
  SENSORS__ANOMALY_DETECTION__BASELINE_AUGMENTATION_INTERVAL(
      "P30D", "an ISO-8601 duration from PT1M to P3650D, such as P30D or PT12H"),
  ALLOWED_ORIGINS(
      "http://localhost,http://localhost:5173",
      "origins such as http://localhost:5173, separated by commas"),
  SERVER__HOST("127.0.0.1", "a name or an address of this machine, or * for all of them"),
  SERVER__PORT("8000", "a whole number from 1 to 65535"),
  MOCK_DIR("mock", "the path of a folder that exists"),
  SEED_DIR("seed", "the path of a folder that exists"),
  PLUGINS_DIR("plugins", "the path of a folder that exists"),
  BACKUPS_DIR("backups", "the path of a folder that exists or can be made"),
  BACKUPS__KEPT("7", "a whole number from 1 to 1000"),
  READINGS__KEPT("P3650D", "an ISO-8601 duration from P1D to P36500D, such as P365D"),
  LOG__LEVEL("INFO", "one of OFF, SEVERE, WARNING, INFO, CONFIG, FINE, FINER, FINEST, ALL"),
  LOG__MAX_SIZE("10M", "a number of bytes from 10K to 1000M, such as 500K or 10M"),
  LOG__FILES("5", "a whole number from 1 to 100"),
  DEMO__VISITOR("engineer", "none, viewer, operator or engineer"),
  SESSION__IDLE("PT1H", "an ISO-8601 duration from PT1M to P1D, such as PT1H"),
  SESSION__LONGEST("PT12H", "an ISO-8601 duration from SESSION__IDLE to P7D, such as PT12H"),
  SERVER__SCHEME("http", "http or https"),
  TLS__KEYSTORE(
      "tls.p12", "the path, in the project's directory, of a PKCS12 key store that exists"),
  TLS__PASSWORD("", "the password of the key store"),
  OIDC__ISSUER(
      "",
      "the https address of an OpenID provider (http only on this machine), or nothing for none"),
  OIDC__CLIENT_ID("", "the name by which the provider knows this product"),
  OIDC__CLIENT_SECRET("", "the secret by which the provider knows this product, or nothing"),
  OIDC__ROLE_CLAIM("roles", "the name of a claim, such as groups or realm_access.roles"),
  OIDC__ROLES(
      "",
      "pairs of viewer, operator, engineer or administrator and a value of the claim, such as"
          + " viewer:staff, separated by commas; each value once"),
  OIDC__RETURN_ADDRESS(
      "",
      "the https address of this server (http only on this machine) with the path"
          + " /security/provider/return, or nothing"),
  PLUGINS__CHECKSUMS(
      "*", "SHA-256 checksums, 64 hexadecimal digits each, separated by commas, or *");

  private final String defaultValue;
  private final String allowed;

  Variable(String defaultValue, String allowed) {
    this.defaultValue = defaultValue;
    this.allowed = allowed;
  }

  /** Returns the value that counts where none is given. */
  String defaultValue() {
    return defaultValue;
  }

  /** Returns what is allowed, to be read by people. */
  String allowed() {
    return allowed;
  }

  /**
   * Returns the name of the variable in MicroProfile Config, such as {@code
   * leakdetection.database.name}. The prefix keeps others' variables, such as LOG_LEVEL, away.
   */
  String property() {
    return "leakdetection." + name().toLowerCase(Locale.ROOT).replace("__", ".");
  }

  /** Returns whether the server reads the variable too, in its own way, before the product. */
  boolean isReadByServer() {
    return switch (this) {
      case DATABASE__NAME, SERVER__HOST, SERVER__PORT, SERVER__SCHEME -> true;
      case TLS__KEYSTORE, TLS__PASSWORD -> true;
      default -> false;
    };
  }

  /** Returns the variable of that name, whatever the case of its letters. */
  static Optional<Variable> find(String name) {
    return Arrays.stream(values()).filter(known -> known.name().equalsIgnoreCase(name)).findFirst();
  }
}
