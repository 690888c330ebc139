package leakdetection.presentation.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakdetection.application.security.Caller;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.TokenScope;

/**
 * A line of the {@link AccessTable}: who may use an address.
 *
 * @param kind GET, POST, PUT, PATCH, DELETE; STREAM (a WebSocket), PAGE (GET and POST of a view) or
 *     FILES (GET of everything below)
 * @param path the address; {@code *} stands for any one segment
 * @param minimum the lowest role that may use it; empty: anyone, signed in or not
 * @param restriction what else holds
 */
record AccessEntry(String kind, Segments path, Optional<Role> minimum, Restriction restriction) {

  /** What else holds for an address. */
  enum Restriction {
    /** A token needs the scope read or write, as the method says. */
    NONE,
    /** The scope push is enough for a token. */
    PUSH,
    /** No token may do this, only a person. */
    PERSON
  }

  /** The parts of a path between its slashes. */
  record Segments(List<String> names) {

    static Segments of(String path) {
      return new Segments(Arrays.asList(path.substring(1).split("/", -1)));
    }

    boolean covers(Segments other) {
      return names.size() == other.names.size() && beginsLike(other);
    }

    boolean isAbove(Segments other) {
      return names.size() < other.names.size() && beginsLike(other);
    }

    boolean isView() {
      return names.get(names.size() - 1).endsWith(".xhtml");
    }

    private boolean beginsLike(Segments other) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        if (!name.equals("*") && !name.equals(other.names.get(i))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return "/" + String.join("/", names);
    }
  }

  /**
   * Reads a line such as {@code operator POST /api/time-series-data push}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static AccessEntry of(String line) {
    String[] words = line.strip().split(" +");
    if (words.length < 3 || words.length > 4 || !words[2].startsWith("/")) {
      throw new IllegalArgumentException("\"%s\" is no line of the access table.".formatted(line));
    }
    Optional<Role> minimum = Role.find(words[0]);
    if (minimum.isEmpty() && !words[0].equals("anyone")) {
      throw new IllegalArgumentException("\"%s\" begins with no role.".formatted(line));
    }
    Restriction restriction =
        words.length == 3
            ? Restriction.NONE
            : Restriction.valueOf(words[3].toUpperCase(Locale.ROOT));
    return new AccessEntry(words[1], Segments.of(words[2]), minimum, restriction);
  }

  boolean covers(String asked, Segments address) {
    return switch (kind) {
      case "FILES" -> asked.equals("GET") && path.isAbove(address) && !address.isView();
      case "PAGE" -> (asked.equals("GET") || asked.equals("POST")) && path.covers(address);
      default -> kind.equals(asked) && path.covers(address);
    };
  }

  /** Returns the methods that the address can be asked with, as the header Allow names them. */
  List<String> methods() {
    return switch (kind) {
      case "GET", "FILES", "STREAM" -> List.of("GET", "HEAD");
      case "PAGE" -> List.of("GET", "HEAD", "POST");
      default -> List.of(kind);
    };
  }

  /** Tells whether the caller may; the role is enough, and what a token is made for. */
  boolean allows(Caller caller) {
    return minimum.isEmpty() || (caller.role().includes(minimum.get()) && scopeAllows(caller));
  }

  /** Tells whether a token is made for this; true for people. */
  boolean scopeAllows(Caller caller) {
    if (!caller.isToken()) {
      return true;
    }
    if (kind.equals("PAGE")) {
      return false;
    }
    TokenScope needed =
        kind.equals("GET") || kind.equals("STREAM") || kind.equals("FILES")
            ? TokenScope.READ
            : TokenScope.WRITE;
    return switch (restriction) {
      case NONE -> caller.scopes().contains(needed);
      case PUSH -> caller.scopes().contains(TokenScope.PUSH) || caller.scopes().contains(needed);
      case PERSON -> false;
    };
  }
}
