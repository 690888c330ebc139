package leakdetection.infrastructure.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvFileTest {

  @TempDir private Path folder;

  @Test
  void describedVariablesAreTheKnownOnesWithTheirDefaults() {
    DotEnvFile described = DotEnvFile.read(Path.of(".env.default"));

    assertThat(described.unknown()).isEmpty();
    assertThat(described.values())
        .isEqualTo(
            Arrays.stream(Variable.values())
                .collect(Collectors.toMap(variable -> variable, Variable::defaultValue)));
  }

  @Test
  void quotesCommentsAndSpacesAreNotPartOfAValue() throws IOException {
    DotEnvFile file =
        read(
            """
            # a comment = nothing

            TSD_FETCH_PERIODICITY = "0.5" # half a second
            MOCK_DIR='my mock'
            log__level=FINE  # more
            DEBUG=
            """);

    assertThat(file.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Variable.TSD_FETCH_PERIODICITY, "0.5",
                Variable.MOCK_DIR, "my mock",
                Variable.LOG__LEVEL, "FINE",
                Variable.DEBUG, ""));
  }

  @Test
  void unknownNamesAreKeptToBeTold() throws IOException {
    assertThat(read("SERVER_PORT=9000\n").unknown()).containsExactly("SERVER_PORT");
  }

  @Test
  void lineThatIsNoAssignmentIsRefusedByItsNumber() {
    assertThatThrownBy(() -> read("DEBUG=true\nverbose\n"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "Line 2 of .env is \"verbose\", but must be NAME=value or a comment that begins with #.");
  }

  @Test
  void quotedValueIsRefusedWhereTheServerReadsItToo() {
    assertThatThrownBy(() -> read("SERVER__PORT=\"9000\"\n"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContainingAll("SERVER__PORT", "\"9000\"", "without quotes");
  }

  @Test
  void environmentGoesBeforeTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), "LOG__FILES=3\nDEBUG=false\n");

    EnvironmentConfigSource source =
        new EnvironmentConfigSource(Map.of("LOG__FILES", "7", "PATH", "/bin"), file);

    assertThat(source.getPropertyNames())
        .containsExactlyInAnyOrder("leakdetection.log.files", "leakdetection.debug");
    assertThat(source.getValue("leakdetection.log.files")).isEqualTo("7");
    assertThat(source.getValue("leakdetection.debug")).isEqualTo("false");
  }

  @Test
  void missingFileSaysNothing() {
    assertThat(DotEnvFile.read(folder.resolve("missing")).values()).isEmpty();
  }

  private DotEnvFile read(String text) throws IOException {
    return DotEnvFile.read(Files.writeString(folder.resolve(".env"), text));
  }
}
