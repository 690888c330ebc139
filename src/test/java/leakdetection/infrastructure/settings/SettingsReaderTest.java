package leakdetection.infrastructure.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.settings.ProductSettings.AnomalyDetection;
import leakdetection.application.settings.ProductSettings.Log;
import leakdetection.application.settings.ProductSettings.Provider;
import leakdetection.domain.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsReaderTest {

  @Test
  void settingsThatNobodyGivesHaveTheirDefaults() {
    ProductSettings settings = read(Map.of());

    assertThat(settings.debug()).isTrue();
    assertThat(settings.database()).isEqualTo(Path.of("leak_detection.sqlite3").toAbsolutePath());
    assertThat(settings.feeds().periodicity()).isEqualTo(Duration.ofMillis(250));
    // The contract's default is off; the demo, which is what runs by default, shows it on.
    assertThat(settings.simulationOn()).isTrue();
    assertThat(settings.anomalyDetection()).isEqualTo(new AnomalyDetection(100, 200, 144, 72));
    assertThat(settings.baselines().selectionInterval()).isEqualTo(Duration.ofDays(15));
    assertThat(settings.baselines().augmentationInterval()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.allowedOrigins())
        .containsExactly(URI.create("http://localhost"), URI.create("http://localhost:5173"));
    assertThat(settings.server().port()).isEqualTo(8000);
    assertThat(settings.log()).isEqualTo(new Log(Level.INFO, 10_000_000, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DEBUG                                                        | maybe
          DATABASE__NAME                                               | src
          TSD_FETCH_PERIODICITY                                        | -1
          TSD_FETCH_PERIODICITY                                        | NaN
          DATA_LAKE_CONSUMING_PERIODICITY                              | often
          SIMULATION__TURN_ON                                          | 2
          ANOMALY_DETECTION__WARNING                                   | 0
          ANOMALY_DETECTION__WARNING                                   | Infinity
          ANOMALY_DETECTION__ALERT                                     | 100
          ANOMALY_DETECTION__WINDOW_SIZE                               | 7
          ANOMALY_DETECTION__WINDOW_SIZE                               | 144.5
          ANOMALY_DETECTION__EXCLUSION_ZONE                            | 145
          SENSORS__ANOMALY_DETECTION__BASELINE_BEST_SELECTION_INTERVAL | 15 days
          SENSORS__ANOMALY_DETECTION__BASELINE_AUGMENTATION_INTERVAL   | PT1S
          ALLOWED_ORIGINS                                              | localhost
          ALLOWED_ORIGINS                                              | http://localhost/path
          SERVER__HOST                                                 | 203.0.113.7
          SERVER__PORT                                                 | 65536
          SERVER__PORT                                                 | eight
          MOCK_DIR                                                     | no-such-folder
          SEED_DIR                                                     | pom.xml
          PLUGINS_DIR                                                  | no-such-folder
          LOG__LEVEL                                                   | LOUD
          LOG__LEVEL                                                   | 800
          LOG__MAX_SIZE                                                | 9K
          LOG__MAX_SIZE                                                | 10000M
          LOG__FILES                                                   | 0
          DEMO__VISITOR                                                | administrator
          SESSION__IDLE                                                | PT1S
          SESSION__LONGEST                                             | PT30M
          SERVER__SCHEME                                               | ftp
          PLUGINS__CHECKSUMS                                           | 12ab
          OIDC__ISSUER                                                 | http://provider.example
          OIDC__ISSUER                                                 | provider
          OIDC__ISSUER                                                 | https://a.example?x=1
          """)
  void badValueIsRefusedInOneLineThatNamesTheVariableTheValueAndWhatIsAllowed(
      Variable variable, String value) {
    assertThatThrownBy(() -> read(Map.of(variable, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("%s is \"%s\", but must be %s.".formatted(variable, value, variable.allowed()));
  }

  @ParameterizedTest
  @EnumSource(Variable.class)
  void defaultMayAlsoBeWrittenOut(Variable variable) {
    assertThat(read(Map.of(variable, variable.defaultValue()))).isEqualTo(read(Map.of()));
  }

  @Test
  void emptyValueCountsAsNotGiven() {
    assertThat(read(Map.of(Variable.SERVER__PORT, " "))).isEqualTo(read(Map.of()));
  }

  @Test
  void valuesAreTakenWithTheirUnits(@TempDir Path folder) {
    ProductSettings settings =
        read(
            Map.of(
                Variable.DEBUG, "No",
                Variable.TSD_FETCH_PERIODICITY, "0",
                Variable.LOG__MAX_SIZE, "500k",
                Variable.MOCK_DIR, folder.toString(),
                Variable.ALLOWED_ORIGINS, "https://plant.example:8443",
                Variable.SERVER__HOST, "*"));

    assertThat(settings.debug()).isFalse();
    assertThat(settings.feeds().periodicity()).isZero();
    assertThat(settings.log().maxSize()).isEqualTo(500_000);
    assertThat(settings.folders().mock()).isEqualTo(folder);
    assertThat(settings.allowedOrigins()).containsExactly(URI.create("https://plant.example:8443"));
    assertThat(settings.server().host()).isEqualTo("*");
  }

  @Test
  void providerNeedsAllThatMakesItOne() {
    Map<Variable, String> given =
        Map.of(
            Variable.OIDC__ISSUER, "https://id.example/realms/plant",
            Variable.OIDC__CLIENT_ID, "leak-detection",
            Variable.OIDC__ROLES, "viewer:staff, engineer: plant:engineers",
            Variable.OIDC__RETURN_ADDRESS, "https://leaks.example/security/provider/return");

    assertThat(read(given).security().provider())
        .contains(
            new Provider(
                URI.create("https://id.example/realms/plant"),
                "leak-detection",
                "",
                "roles",
                Map.of("staff", Role.VIEWER, "plant:engineers", Role.ENGINEER),
                Optional.of(URI.create("https://leaks.example/security/provider/return"))));
    assertThat(read(Map.of()).security().provider()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OIDC__CLIENT_ID      | ''
          OIDC__ROLES          | ''
          OIDC__ROLES          | boss:staff
          OIDC__ROLES          | viewer
          OIDC__ROLES          | viewer:
          OIDC__ROLES          | viewer:a,engineer:a
          OIDC__ROLE_CLAIM     | a..b
          OIDC__RETURN_ADDRESS | http://leaks.example/security/provider/return
          OIDC__RETURN_ADDRESS | https://leaks.example/
          """)
  void providerWithABadValueIsRefused(Variable variable, String value) {
    Map<Variable, String> given = new EnumMap<>(Variable.class);
    given.put(Variable.OIDC__ISSUER, "https://id.example");
    given.put(Variable.OIDC__CLIENT_ID, "leak-detection");
    given.put(Variable.OIDC__ROLES, "viewer:staff");
    given.put(variable, value);

    assertThatThrownBy(() -> read(given))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("%s is \"%s\", but must be %s.".formatted(variable, value, variable.allowed()));
  }

  private static ProductSettings read(Map<Variable, String> given) {
    return new SettingsReader(variable -> Optional.ofNullable(given.get(variable))).read();
  }
}
