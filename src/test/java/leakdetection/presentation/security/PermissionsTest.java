package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import leakdetection.application.security.Caller;
import leakdetection.domain.security.Role;
import leakdetection.presentation.security.AccessEntry.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern OPENED = Pattern.compile("may\\.open\\('([^']+)'\\)");
  private static final Pattern SENT =
      Pattern.compile("may(?:\\.send)?\\([\"'](\\w+)[\"'], [\"']([^\"']+)[\"']\\)");
  private static final Pattern CALLED = Pattern.compile("call\\(\"([A-Z]+)\", `([^`?]+)");

  /** The page of these scripts is only open to those who may do all that it does. */
  private static final Set<String> OF_ENGINEERS = Set.of("limits.js");

  @ParameterizedTest
  @CsvSource({
    "VIEWER,        false, false, false, false",
    "OPERATOR,      true,  false, false, true",
    "ENGINEER,      true,  true,  false, true",
    "ADMINISTRATOR, true,  true,  true,  true",
  })
  void eachRoleMayWhatTheTableSays(
      Role role, boolean pin, boolean rollBack, boolean addUser, boolean mount) {
    Optional<Caller> caller = Optional.of(Caller.visitor(role));

    assertThat(Permissions.allows(caller, "PATCH", "/api/sensors/*/pin/toggle")).isEqualTo(pin);
    assertThat(Permissions.allows(caller, "GET", "/sensors/new.xhtml")).isEqualTo(mount);
    assertThat(Permissions.allows(caller, "GET", "/security/users.xhtml")).isEqualTo(addUser);
    assertThat(Permissions.changes(caller).contains("PATCH /sensors/*/pin/toggle")).isEqualTo(pin);
    assertThat(Permissions.changes(caller).contains("POST /sensors/*/baselines/rollback"))
        .isEqualTo(rollBack);
    assertThat(Permissions.changes(caller).contains("POST /users")).isEqualTo(addUser);
  }

  @Test
  void nobodyMayOnlySetUpAndSignIn() {
    assertThat(Permissions.changes(Optional.empty())).containsExactly("POST /set-up");
    assertThat(Permissions.allows(Optional.empty(), "GET", "/index.xhtml")).isFalse();
    assertThat(Permissions.allows(Optional.empty(), "GET", "/security/sign-in.xhtml")).isTrue();
  }

  @Test
  void whatPagesAskForIsInTheTable() throws IOException {
    Set<String> asked = new HashSet<>(mentions());
    for (Path file : files(".xhtml")) {
      OPENED
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> asked.add("GET " + found.group(1)));
    }

    assertThat(asked).hasSizeGreaterThan(8);
    assertThat(asked)
        .as("asked with #{may...} or may(...), without a line in AccessTable")
        .allMatch(
            words ->
                AccessTable.entries().stream()
                    .anyMatch(
                        entry ->
                            words.equals(entry.kind() + " " + entry.path())
                                || words.equals("GET " + entry.path())));
  }

  @Test
  void scriptsChangeNothingThatIsNotOfferedByRole() throws IOException {
    List<String> mentions = mentions();
    for (Path file : files(".js")) {
      if (OF_ENGINEERS.contains(file.getFileName().toString())) {
        continue;
      }
      CALLED
          .matcher(Files.readString(file))
          .results()
          .filter(call -> !call.group(1).equals("GET"))
          .forEach(
              call -> {
                Segments called =
                    Segments.of("/api" + call.group(2).replaceAll("\\$\\{[^}]+}", "*"));
                assertThat(mentions)
                    .as("%s calls %s %s, but no may(...) asks", file, call.group(1), called)
                    .anyMatch(
                        words ->
                            words.startsWith(call.group(1) + " ")
                                && called.covers(Segments.of(words.substring(words.indexOf('/')))));
              });
    }
  }

  private static List<String> mentions() throws IOException {
    Stream.Builder<String> all = Stream.builder();
    for (Path file : files(".xhtml", ".js")) {
      SENT.matcher(Files.readString(file))
          .results()
          .forEach(found -> all.add(found.group(1) + " /api" + found.group(2)));
    }
    return all.build().toList();
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    }
  }
}
