package leakdetection.presentation.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;

/**
 * The members of a JSON object that somebody sent. What is wrong with them is collected, so that a
 * person learns of all of it at once.
 *
 * <p>Members that nobody asks for are ignored, unless {@link #allowOnly} refuses them. An empty
 * text means not given, and a number may be sent as text: forms do so. A member can also be given
 * as null, which removes a value. Not thread-safe.
 *
 * <p>Longer than other classes: one method for each kind of member, all on the same few fields.
 */
public final class JsonMembers {

  private static final int MAX_NUMBER_LENGTH = 64;

  /** How many unknown members are named, and up to which length by their path too. */
  private static final int MOST_UNKNOWN = 10;

  private static final int LONGEST_NAME = 40;

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

  /**
   * Refuses members that the body of a change does not have, so that nobody takes for changed what
   * is not.
   *
   * @param body whose components, and theirs where they are records, are what can be sent
   */
  public void allowOnly(Class<? extends Record> body) {
    List<String> known =
        Arrays.stream(body.getRecordComponents()).map(RecordComponent::getName).toList();
    object.keySet().stream()
        .filter(member -> !known.contains(member))
        .limit(MOST_UNKNOWN)
        .forEach(member -> refuseUnknown(member, known));
    for (RecordComponent part : body.getRecordComponents()) {
      if (part.getType().isRecord() && object.get(part.getName()) instanceof JsonObject) {
        members(part.getName())
            .ifPresent(inner -> inner.allowOnly(part.getType().asSubclass(Record.class)));
      }
    }
  }

  private void refuseUnknown(String member, List<String> known) {
    refusals.add(
        new RefusedException(
            RefusedException.Reason.INVALID,
            member.length() > LONGEST_NAME ? path : pathOf(member),
            "There is no member %s; what can be sent is %s."
                .formatted(Text.shown(member), String.join(", ", known))));
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

  /** Returns the numbers of a member that is an object of numbers; empty when it is not given. */
  public Map<String, Double> numbers(String member) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    members(member)
        .ifPresent(
            inner -> {
              for (String name : inner.object.keySet()) {
                inner.number(name).ifPresent(number -> numbers.put(name, number));
              }
            });
    return numbers;
  }

  /** Returns the elements of a member that is a list of objects; empty when it is not given. */
  public List<JsonMembers> list(String member) {
    List<JsonMembers> elements = new ArrayList<>();
    for (JsonValue value : array(member)) {
      if (value instanceof JsonObject inner) {
        elements.add(new JsonMembers(inner, pathOf(member), refusals));
      } else {
        refuse(member, "must be a list of objects; it holds %s".formatted(shown(value)));
      }
    }
    return elements;
  }

  /**
   * Returns the elements of a member that is a list of numbers, NaN for null; empty when it is not
   * given.
   */
  public List<Double> numberList(String member) {
    List<Double> numbers = new ArrayList<>();
    for (JsonValue value : array(member)) {
      if (value instanceof JsonNumber number) {
        finite(member, number.toString()).ifPresent(numbers::add);
      } else if (JsonValue.NULL.equals(value)) {
        numbers.add(Double.NaN);
      } else {
        refuse(member, "must be a list of numbers; it holds %s".formatted(shown(value)));
      }
    }
    return numbers;
  }

  /** Returns the elements of a member that is a list of texts; empty when it is not given. */
  public List<String> textList(String member) {
    List<String> texts = new ArrayList<>();
    for (JsonValue value : array(member)) {
      if (value instanceof JsonString text) {
        texts.add(text.getString());
      } else {
        refuse(member, "must be a list of texts; it holds %s".formatted(shown(value)));
      }
    }
    return texts;
  }

  /** Returns the instant of a member, such as 2021-04-05T14:06:57Z; empty when it is not given. */
  public Optional<Instant> instant(String member) {
    return parsed(member, IsoInstant::parse, "a time such as 2021-04-05T14:06:57Z");
  }

  /**
   * Returns the text of a member as what it stands for; empty when it is not given.
   *
   * @param allowed what is allowed, for the message
   */
  public <T> Optional<T> parsed(String member, Function<String, T> parser, String allowed) {
    return text(member).flatMap(text -> parsed(member, text, parser, allowed));
  }

  /** Returns the texts of a list as what they stand for. */
  public <T> List<T> parsedList(String member, Function<String, T> parser, String allowed) {
    return textList(member).stream()
        .flatMap(text -> parsed(member, text, parser, allowed).stream())
        .toList();
  }

  private <T> Optional<T> parsed(
      String member, String text, Function<String, T> parser, String allowed) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException | IllegalArgumentException none) {
      refuse(member, "must be %s; it is %s".formatted(allowed, Text.shown(text)));
      return Optional.empty();
    }
  }

  private JsonArray array(String member) {
    JsonValue value = given(member);
    if (value instanceof JsonArray array) {
      return array;
    }
    if (value != null) {
      refuse(member, "must be a list; it is %s".formatted(shown(value)));
    }
    return JsonValue.EMPTY_JSON_ARRAY;
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
      case STRING -> Text.shown(((JsonString) value).getString());
      default -> Text.shown(value.toString());
    };
  }
}
