package leakdetection.infrastructure.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Collectors;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.settings.ProductSettings.AnomalyDetection;
import leakdetection.application.settings.ProductSettings.Baselines;
import leakdetection.application.settings.ProductSettings.Feeds;
import leakdetection.application.settings.ProductSettings.Folders;
import leakdetection.application.settings.ProductSettings.Kept;
import leakdetection.application.settings.ProductSettings.Log;
import leakdetection.application.settings.ProductSettings.Server;

/** Turns the variables' text into checked settings. */
final class SettingsReader {

  private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(3650);

  private final Function<Variable, Optional<String>> given;

  /**
   * @param given returns a variable's text; an empty one counts as none
   */
  SettingsReader(Function<Variable, Optional<String>> given) {
    this.given = given;
  }

  /**
   * Returns the settings, with defaults for what is not given.
   *
   * @throws InvalidSettingException if a value is not allowed; of several the first is told
   */
  ProductSettings read() {
    return new ProductSettings(
        bool(Variable.DEBUG),
        path(Variable.DATABASE__NAME, file -> !Files.isDirectory(file)),
        new Feeds(
            seconds(Variable.TSD_FETCH_PERIODICITY),
            seconds(Variable.DATA_LAKE_CONSUMING_PERIODICITY)),
        bool(Variable.SIMULATION__TURN_ON),
        anomalyDetection(),
        new Baselines(
            interval(Variable.SENSORS__ANOMALY_DETECTION__BASELINE_BEST_SELECTION_INTERVAL),
            interval(Variable.SENSORS__ANOMALY_DETECTION__BASELINE_AUGMENTATION_INTERVAL)),
        origins(),
        new Server(host(), integer(Variable.SERVER__PORT, 1, 65_535), tls()),
        new Kept(
            duration(Variable.READINGS__KEPT, Duration.ofDays(1), Duration.ofDays(36_500)),
            integer(Variable.BACKUPS__KEPT, 1, 1000)),
        new Folders(
            folder(Variable.MOCK_DIR),
            folder(Variable.SEED_DIR),
            folder(Variable.PLUGINS_DIR),
            path(
                Variable.BACKUPS_DIR,
                folder -> Files.isDirectory(folder) || Files.notExists(folder))),
        new Log(level(), bytes(), integer(Variable.LOG__FILES, 1, 100)),
        new SecurityReader(this).read(),
        checksums());
  }

  private boolean tls() {
    boolean tls =
        value(Variable.SERVER__SCHEME, Function.identity(), Set.of("http", "https")::contains)
            .equals("https");
    if (tls) {
      path(Variable.TLS__KEYSTORE, Files::isRegularFile);
    }
    return tls;
  }

  /** Returns the checksums of the plug-ins that may be loaded; empty for any. */
  private Set<String> checksums() {
    return value(
        Variable.PLUGINS__CHECKSUMS,
        text ->
            text.equals("*")
                ? Set.of()
                : Arrays.stream(text.toLowerCase(Locale.ROOT).split(","))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet()),
        all -> all.stream().allMatch(sum -> sum.matches("[0-9a-f]{64}")));
  }

  private AnomalyDetection anomalyDetection() {
    double warning = number(Variable.ANOMALY_DETECTION__WARNING, w -> w > 0 && w <= 10_000);
    double alert = number(Variable.ANOMALY_DETECTION__ALERT, a -> a > warning && a <= 10_000);
    int window = integer(Variable.ANOMALY_DETECTION__WINDOW_SIZE, 8, 1440);
    int zone = integer(Variable.ANOMALY_DETECTION__EXCLUSION_ZONE, 1, window);
    return new AnomalyDetection(warning, alert, window, zone);
  }

  boolean bool(Variable variable) {
    return value(
        variable,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "1", "yes", "on" -> true;
              case "false", "0", "no", "off" -> false;
              default -> throw new IllegalArgumentException("neither true nor false");
            },
        any -> true);
  }

  private double number(Variable variable, Predicate<Double> allowed) {
    return value(variable, Double::parseDouble, allowed);
  }

  private int integer(Variable variable, int min, int max) {
    return value(variable, Integer::parseInt, number -> number >= min && number <= max);
  }

  private Duration seconds(Variable variable) {
    double seconds = number(variable, s -> s >= 0 && s <= 86_400);
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private Duration interval(Variable variable) {
    return duration(variable, SHORTEST_INTERVAL, LONGEST_INTERVAL);
  }

  Duration duration(Variable variable, Duration shortest, Duration longest) {
    return value(
        variable,
        Duration::parse,
        duration -> duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0);
  }

  private Path path(Variable variable, Predicate<Path> allowed) {
    return value(variable, text -> Path.of(text).toAbsolutePath().normalize(), allowed);
  }

  /** A folder that was asked for must be there; the default one may be missing. */
  private Path folder(Variable variable) {
    boolean asked =
        text(variable).filter(text -> !text.equals(variable.defaultValue())).isPresent();
    return path(variable, folder -> !asked || Files.isDirectory(folder));
  }

  private List<URI> origins() {
    return value(
        Variable.ALLOWED_ORIGINS,
        text -> Arrays.stream(text.split(",")).map(String::strip).map(URI::create).toList(),
        origins -> origins.stream().allMatch(SettingsReader::isOrigin));
  }

  private static boolean isOrigin(URI uri) {
    return uri.toString().matches("https?://[^/?#@]+") && uri.getHost() != null;
  }

  String host() {
    return value(
        Variable.SERVER__HOST,
        Function.identity(),
        host -> host.equals("*") || LocalAddress.isOneOf(host));
  }

  /** By name only, though the platform would take numbers too. */
  private Level level() {
    return value(
        Variable.LOG__LEVEL,
        text -> text.matches("[A-Za-z]+") ? Level.parse(text.toUpperCase(Locale.ROOT)) : null,
        Objects::nonNull);
  }

  private int bytes() {
    return value(
        Variable.LOG__MAX_SIZE,
        SettingsReader::parseBytes,
        bytes -> bytes >= 10_000 && bytes <= 1_000_000_000);
  }

  private static int parseBytes(String text) {
    int last = text.length() - 1;
    return switch (text.charAt(last)) {
      case 'K', 'k' -> Math.multiplyExact(Integer.parseInt(text.substring(0, last)), 1000);
      case 'M', 'm' -> Math.multiplyExact(Integer.parseInt(text.substring(0, last)), 1_000_000);
      default -> Integer.parseInt(text);
    };
  }

  <T> T value(Variable variable, Function<String, T> parse, Predicate<T> allowed) {
    String text = text(variable).orElse(variable.defaultValue());
    try {
      T value = parse.apply(text);
      if (allowed.test(value)) {
        return value;
      }
    } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
      // What is wrong with the text is said by what is allowed.
    }
    throw InvalidSettingException.of(variable, text);
  }

  Optional<String> text(Variable variable) {
    return given.apply(variable).map(String::strip).filter(text -> !text.isEmpty());
  }
}
