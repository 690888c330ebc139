package leakdetection.presentation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/**
 * Reads parameters of the address: numbers, true or false, and times. A wrong one is refused with
 * its name, its value and what is allowed; one that is given empty counts as not given.
 */
@Provider
@ApplicationScoped
public class ParameterConverters implements ParamConverterProvider {

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    if (type == Long.class || type == long.class) {
      return converter(type, annotations, "must be a whole number", Long::valueOf);
    }
    if (type == Integer.class || type == int.class) {
      return converter(type, annotations, "must be a whole number", Integer::valueOf);
    }
    if (type == Double.class || type == double.class) {
      return converter(type, annotations, "must be a number", ParameterConverters::number);
    }
    if (type == Boolean.class || type == boolean.class) {
      return converter(type, annotations, "must be true or false", ParameterConverters::yesOrNo);
    }
    if (type == Instant.class) {
      return converter(
          type,
          annotations,
          "must be a time such as 2021-04-05T14:06:57Z",
          ParameterConverters::time);
    }
    return null;
  }

  private static <T> ParamConverter<T> converter(
      Class<T> type, Annotation[] annotations, String allowed, Function<String, Object> parse) {
    return new Converter<>(text -> boxed(type, parse.apply(text)), path(annotations), allowed);
  }

  @SuppressWarnings("unchecked") // Class.cast cannot box.
  private static <T> T boxed(Class<T> type, Object value) {
    return type.isPrimitive() ? (T) value : type.cast(value);
  }

  private static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Double number(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static Instant time(String text) {
    // A plus sign in an address stands for a blank; here it can only be the offset's.
    return IsoInstant.bounded(OffsetDateTime.parse(text.replace(' ', '+')).toInstant(), text);
  }

  private static List<String> path(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof PathParam path) {
        return List.of("path", path.value());
      }
      if (annotation instanceof QueryParam query) {
        return List.of("query", query.value());
      }
    }
    return List.of();
  }

  private record Converter<T>(Function<String, T> parse, List<String> path, String allowed)
      implements ParamConverter<T> {

    @Override
    public T fromString(String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException | DateTimeException wrong) {
        throw new RequestException(
            422,
            path,
            "The %s %s %s."
                .formatted(path.isEmpty() ? "value" : path.get(1), Text.shown(text), allowed));
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
