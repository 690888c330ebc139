package leakdetection.presentation.web;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;

/**
 * The members of a JSON object that somebody sent. What is wrong with them is collected, so that a
 * person learns of all of it at once.
 *
 * <p>Members that nobody asks for are ignored. An empty text means not given, and a number may be
 * sent as text: forms do so. A member can also be given as null, which removes a value. Not
 * thread-safe.
 */
public final class JsonMembers {

  private static final int MAX_NUMBER_LENGTH = 64;

  private final JsonObject object;
  private final List<String> path;
  private final Refusals refusals;

  /**
   * @param object what was sent as the body
   */
  public JsonMembers(JsonObject object) {
    this(object, List.of("body"), new Refusals());
  }

  private JsonMembers(JsonObject object, List<String> path, Refusals refusals) {
    this.object = object;
    this.path = path;
    this.refusals = refusals;
  }

  /** Tells whether the member was sent, be it as null. */
  public boolean has(String member) {
    return object.containsKey(member);
  }

  /** Returns the text of a member; empty for an empty one. */
  public Optional<String> text(String member) {
    JsonValue value = given(member);
    if (value instanceof JsonString text) {
      return Optional.of(text.getString()).filter(given -> !given.isBlank());
    }
    if (value != null) {
      refuse(member, "must be a text; it is %s".formatted(shown(value)));
    }
    return Optional.empty();
  }

  /** Returns the finite number of a member; empty for an empty text. */
  public Optional<Double> number(String member) {
    JsonValue value = given(member);
    if (value instanceof JsonNumber number) {
      return finite(member, number.toString());
    }
    if (value instanceof JsonString text) {
      return text.getString().isBlank() ? Optional.empty() : finite(member, text.getString());
    }
    if (value != null) {
      refuse(member, "must be a number; it is %s".formatted(shown(value)));
    }
    return Optional.empty();
  }

  /** Returns the finite number of a member that must be given; 0 after a refusal. */
  public double requiredNumber(String member) {
    Optional<Double> number = number(member);
    if (number.isEmpty()) {
      refuse(member, "must be given as a number");
    }
    return number.orElse(0.0);
  }

  /** Returns the members of a member that is an object itself; empty for an empty text. */
  public Optional<JsonMembers> members(String member) {
    JsonValue value = given(member);
    if (value instanceof JsonObject inner) {
      return Optional.of(new JsonMembers(inner, pathOf(member), refusals));
    }
    if (value != null && !(value instanceof JsonString text && text.getString().isBlank())) {
      refuse(member, "must be an object; it is %s".formatted(shown(value)));
    }
    return Optional.empty();
  }

  /** Tries a rule and keeps what it refuses. */
  public void check(Runnable rule) {
    refusals.check(rule);
  }

  /** Tries to make a value and keeps what is refused; null after a refusal. */
  public <T> T tried(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (RefusedException refusal) {
      refusals.add(refusal);
      return null;
    }
  }

  /**
   * @throws RefusedException everything that is wrong, if anything is
   */
  public void throwIfRefused() {
    refusals.throwIfAny();
  }

  private JsonValue given(String member) {
    JsonValue value = object.get(member);
    return JsonValue.NULL.equals(value) ? null : value;
  }

  private Optional<Double> finite(String member, String text) {
    try {
      if (text.length() <= MAX_NUMBER_LENGTH) {
        double number = new BigDecimal(text.strip()).doubleValue();
        if (Double.isFinite(number)) {
          return Optional.of(number);
        }
      }
    } catch (NumberFormatException none) {
      // It is refused below, with what it is.
    }
    refuse(member, "must be a number; it is %s".formatted(Text.shown(text)));
    return Optional.empty();
  }

  private void refuse(String member, String what) {
    refusals.add(
        new RefusedException(
            RefusedException.Reason.INVALID,
            pathOf(member),
            "The %s %s."
                .formatted(String.join(".", pathOf(member).subList(1, path.size() + 1)), what)));
  }

  private List<String> pathOf(String member) {
    List<String> longer = new ArrayList<>(path);
    longer.add(member);
    return List.copyOf(longer);
  }

  private static String shown(JsonValue value) {
    return switch (value.getValueType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      default -> Text.shown(value.toString());
    };
  }
}
