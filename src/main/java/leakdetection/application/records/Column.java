package leakdetection.application.records;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a table: what it holds and what can be done with it.
 *
 * @param name as the API spells it
 * @param type what it holds
 * @param unit of a number; empty for none
 * @param choices the values that a choice has, lower case; empty for other types
 * @param uses what can be done with it
 */
public record Column(String name, Type type, String unit, List<String> choices, Set<Use> uses) {

  /** What a column holds. */
  public enum Type {
    NUMBER,
    /** A concentration, shown with two decimals. */
    PPMV,
    WHOLE,
    TEXT,
    /** A text of several lines. */
    LONG_TEXT,
    TIME,
    CHOICE,
    YES_NO,
    /** The sensor that it is about, shown by its plant tag. */
    SENSOR,
    /** The template that it is about, shown by its name. */
    TEMPLATE
  }

  /** What can be done with a column. */
  public enum Use {
    /** It is shown in the list; the others only on a page of their own. */
    LISTED,
    SORTED,
    SEARCHED,
    FILTERED,
    /** It is given when a record is made. */
    GIVEN,
    REQUIRED,
    /** It can be changed later. */
    CHANGED
  }

  /** Creates a column. */
  static Column of(String name, Type type, Use... uses) {
    EnumSet<Use> set = EnumSet.noneOf(Use.class);
    set.addAll(List.of(uses));
    return new Column(name, type, "", List.of(), set);
  }

  static Column choice(String name, Enum<?>[] values, Use... uses) {
    List<String> choices =
        Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    return new Column(name, Type.CHOICE, "", choices, of(name, Type.CHOICE, uses).uses);
  }

  /** Returns it as one that is listed, and that the list can be sorted by. */
  Column sorted(Use... also) {
    return with(EnumSet.of(Use.LISTED, Use.SORTED), also);
  }

  /** Returns it as one that must be given when a record is made. */
  Column required(Use... also) {
    return with(EnumSet.of(Use.GIVEN, Use.REQUIRED), also);
  }

  private Column with(Set<Use> more, Use... also) {
    EnumSet<Use> all = EnumSet.copyOf(more);
    all.addAll(uses);
    all.addAll(List.of(also));
    return new Column(name, type, unit, choices, all);
  }

  Column in(String newUnit) {
    return new Column(name, type, newUnit, choices, uses);
  }

  /** Tells whether this can be done with it. */
  public boolean is(Use use) {
    return uses.contains(use);
  }
}
