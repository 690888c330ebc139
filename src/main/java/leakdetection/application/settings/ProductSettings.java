package leakdetection.application.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import leakdetection.domain.security.Role;

/**
 * Everything that the person who runs the product can choose, read once at start-up and the same
 * until the end. Have it injected: {@code @Inject ProductSettings settings}.
 *
 * <p>Bounds of single values are kept by whoever reads them, where the variable's name is known;
 * here are those that values have on each other. All paths are absolute.
 *
 * @param debug whether readings are replayed from files instead of a plant, and an empty database
 *     is filled with the demonstration
 * @param database the file of the SQLite database
 * @param feeds how often readings are fetched
 * @param simulationOn whether a critical reading starts the search for the leak
 * @param anomalyDetection how readings are judged
 * @param baselines how often the sensors' baselines are looked after
 * @param allowedOrigins web pages of these origins may call the API, such as {@code
 *     http://localhost:5173}
 * @param server where the server listens
 * @param kept how much is kept, and for how long
 * @param folders where the data, the plug-ins and the backups are
 * @param log what is written to the log, and how much of it is kept
 * @param security who gets in without a name, and for how long one who signed in
 * @param pluginChecksums SHA-256, hexadecimal, of the only plug-ins that are loaded; empty for any
 */
public record ProductSettings(
    boolean debug,
    Path database,
    Feeds feeds,
    boolean simulationOn,
    AnomalyDetection anomalyDetection,
    Baselines baselines,
    List<URI> allowedOrigins,
    Server server,
    Kept kept,
    Folders folders,
    Log log,
    Security security,
    Set<String> pluginChecksums) {

  /** Keeps the lists from being changed. */
  public ProductSettings {
    allowedOrigins = List.copyOf(allowedOrigins);
    pluginChecksums = Set.copyOf(pluginChecksums);
  }

  /**
   * How often readings are fetched.
   *
   * @param periodicity time between two fetches of a sensor; zero: as fast as it goes
   * @param dataLakePeriodicity time between two looks into the plant's store of readings; zero: as
   *     fast as it goes
   */
  public record Feeds(Duration periodicity, Duration dataLakePeriodicity) {}

  /**
   * How readings are judged.
   *
   * @param warning score from which on a reading deviates, percent of the baseline's discord
   * @param alert score from which on the deviation is critical, percent, above {@code warning}
   * @param windowSize number of readings compared at once
   * @param exclusionZone number of readings within which a window is no neighbour, at most {@code
   *     windowSize}
   */
  public record AnomalyDetection(double warning, double alert, int windowSize, int exclusionZone) {

    /**
     * @throws IllegalArgumentException if {@code alert} is not above {@code warning}, or the
     *     exclusion zone is longer than the window
     */
    public AnomalyDetection {
      if (!(alert > warning)) {
        throw new IllegalArgumentException(
            "The alert threshold (%s %%) must be above the warning threshold (%s %%)."
                .formatted(alert, warning));
      }
      if (exclusionZone > windowSize) {
        throw new IllegalArgumentException(
            "The exclusion zone (%d readings) must not be longer than the window (%d readings)."
                .formatted(exclusionZone, windowSize));
      }
    }
  }

  /**
   * How often the sensors' baselines are looked after.
   *
   * @param selectionInterval time between two choices of the best baseline from the bank
   * @param augmentationInterval time between two additions of normal readings
   */
  public record Baselines(Duration selectionInterval, Duration augmentationInterval) {}

  /**
   * Where the server listens.
   *
   * @param host name or address of this machine; {@code *}: all of its addresses
   * @param port number of the TCP port, 1 to 65535
   * @param tls whether it speaks TLS there, and nothing else
   */
  public record Server(String host, int port, boolean tls) {}

  /**
   * How much is kept, and for how long.
   *
   * @param readings how far back from a sensor's newest reading its readings stay; of older ones
   *     roll-ups are kept
   * @param backups number of backups
   */
  public record Kept(Duration readings, int backups) {}

  /**
   * Where the data, the plug-ins and the backups are.
   *
   * @param mock replayable readings, currents and waves
   * @param seed baselines that start and calibrate the detectors
   * @param plugins jars with further detectors; may be missing
   * @param backups copies of the database; made when it is needed
   */
  public record Folders(Path mock, Path seed, Path plugins, Path backups) {}

  /**
   * What is written to the log, and how much of it is kept.
   *
   * @param level the least severe messages that are written
   * @param maxSize size at which the next file is begun, bytes
   * @param files number of files that are kept
   */
  public record Log(Level level, int maxSize, int files) {}

  /**
   * Who gets in.
   *
   * @param demoVisitor what whoever sits at this machine may do without signing in; empty: nothing,
   *     as always without {@code debug}
   * @param idle time after which a session that is not used ends
   * @param longest time after which every session ends
   * @param provider who else vouches for people; empty for nobody
   */
  public record Security(
      Optional<Role> demoVisitor, Duration idle, Duration longest, Optional<Provider> provider) {}

  /**
   * An OpenID provider that vouches for people.
   *
   * @param issuer its address, as its tokens name it
   * @param clientId what it calls this product
   * @param clientSecret by what it knows this product; empty for a public client
   * @param roleClaim the claim of the ID token that says what a person may do; dots lead into it
   * @param roles what the claim's values mean here
   * @param returnAddress where it sends people back to; empty: to where they came from
   */
  public record Provider(
      URI issuer,
      String clientId,
      String clientSecret,
      String roleClaim,
      Map<String, Role> roles,
      Optional<URI> returnAddress) {

    /** Keeps the roles from being changed. */
    public Provider {
      roles = Map.copyOf(roles);
    }
  }
}
