package leakdetection.presentation.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import leakdetection.application.security.Caller;
import leakdetection.application.security.Caller.Proof;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.TokenScope;
import leakdetection.presentation.security.Doors.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTableTest {

  @Test
  void everyOperationStreamAndViewHasALine() {
    assertThat(Doors.operations()).hasSizeGreaterThan(50);
    assertThat(Doors.streams()).hasSizeGreaterThan(4);
    assertThat(Doors.views()).isNotEmpty();
    assertThat(Doors.all())
        .as(
            "Each of these needs a line in presentation/security/AccessTable.java, with the lowest"
                + " role that may use it, such as \"viewer GET /api/things/*\"; a view: \"viewer"
                + " PAGE /things/thing.xhtml\"; a WebSocket: \"viewer STREAM /api/things/*\". See"
                + " docs/security.md")
        .allMatch(door -> !lines(door).isEmpty());
  }

  @Test
  void everyLineOfTheApiStandsForSomething() {
    List<Door> doors = Doors.all();

    assertThat(AccessTable.entries())
        .filteredOn(entry -> entry.path().toString().startsWith("/api/"))
        .allMatch(entry -> doors.stream().anyMatch(door -> lines(door).contains(entry)));
  }

  @Test
  void onlyTheWayInIsForAnyone() {
    assertThat(AccessTable.entries())
        .filteredOn(entry -> entry.minimum().isEmpty())
        .extracting(entry -> entry.path().toString())
        .containsExactlyInAnyOrder(
            "/security/sign-in.xhtml",
            "/security/set-up.xhtml",
            "/api/set-up",
            "/security/provider",
            "/security/provider/return",
            "/layout",
            "/security",
            "/favicon.svg",
            "/failed");
  }

  @Test
  void noChangeIsForViewersBesidesTheirOwnAccount() {
    assertThat(AccessTable.entries())
        .filteredOn(entry -> Set.of("POST", "PUT", "PATCH", "DELETE").contains(entry.kind()))
        .filteredOn(entry -> entry.minimum().isPresent())
        .filteredOn(entry -> !entry.path().toString().matches("/api/(account|tokens).*"))
        .allMatch(entry -> entry.minimum().orElseThrow().includes(Role.OPERATOR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/unknown",
        "/WEB-INF/web.xml",
        "/x.xhtml",
        "/sensors/a.xhtml"
      })
  void whatHasNoLineIsRefused(String path) {
    assertThat(AccessTable.find("GET", path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/sensors/7, true,  true,  false",
    "POST,   /api/time-series-data, false, true, true",
    "PATCH,  /api/sensors/7, false, true,  false",
    "STREAM, /api/events/system, true,  false, false",
    "GET,    /index.xhtml, false, false, false",
  })
  void tokenDoesOnlyWhatItIsMadeFor(
      String asked, String path, boolean read, boolean write, boolean push) {
    AccessEntry entry = AccessTable.find(asked, path).orElseThrow();

    assertThat(entry.allows(token(Role.ENGINEER, TokenScope.READ))).isEqualTo(read);
    if (!asked.equals("GET") && !asked.equals("STREAM")) {
      assertThat(entry.allows(token(Role.ENGINEER, TokenScope.WRITE))).isEqualTo(write);
      assertThat(entry.allows(token(Role.VIEWER, TokenScope.WRITE))).isFalse();
    }
    assertThat(entry.allows(token(Role.ENGINEER, TokenScope.PUSH))).isEqualTo(push);
  }

  @Test
  void lineThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> AccessEntry.of("boss GET /api/x"))
        .hasMessageContaining("begins with no role");
    assertThatThrownBy(() -> AccessEntry.of("viewer GET api/x"))
        .hasMessageContaining("no line of the access table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/sensors;x=1",
        "/api//sensors",
        "/api/a%2Fb",
        "/api/../x",
        "/%2e%2e/x",
        "/a/.",
        "/a\\b",
        "/a%5cb",
        "/a%00"
      })
  void addressThatReadsDifferentlyIsNotPlain(String uri) {
    assertThat(Asked.isPlain(uri)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.xhtml", "/api/sensors/19H-QI___5472", "/a/.well", "/a..b"})
  void usualAddressIsPlain(String uri) {
    assertThat(Asked.isPlain(uri)).isTrue();
  }

  private static List<AccessEntry> lines(Door door) {
    String asked = door.asked().equals("PAGE") ? "GET" : door.asked();
    return AccessTable.find(asked, door.path()).stream().toList();
  }

  private static Caller token(Role role, TokenScope scope) {
    return new Caller(1, "ann", role, Proof.TOKEN, "1", Set.of(scope), false);
  }

  @Test
  void rawCharactersAreNotWellWritten() {
    assertThat(Asked.isWellWritten("/api/sensors", "limit=${jndi:ldap://x}")).isFalse();
    assertThat(Asked.isWellWritten("/api/sensors/{id}", null)).isFalse();
    assertThat(Asked.isWellWritten("/api/sensors", "cursor=a%7Bb,c:d&sensor=19XT-1")).isTrue();
  }
}
