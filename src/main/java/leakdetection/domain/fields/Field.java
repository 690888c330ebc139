package leakdetection.domain.fields;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An oil and gas field. The ids and tag prefixes are those of the plants and never change. */
public enum Field {
  TRESTAKK(1, "19XT"),
  SNORRE(2, "19H-QI___"),
  ASKELADD(3, ""),
  TROLL(4, "");

  private final int id;
  private final String tag;

  Field(int id, String tag) {
    this.id = id;
    this.tag = tag;
  }

  public int id() {
    return id;
  }

  /** Returns the prefix of the field's plant tags; empty where the field has none. */
  public String tag() {
    return tag;
  }

  /** Returns the name as the API and the pages spell it, lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the field of this id. */
  public static Optional<Field> find(long id) {
    return Arrays.stream(values()).filter(field -> field.id == id).findFirst();
  }

  /**
   * Finds the field whose prefix this plant tag carries; empty for a tag without a known prefix.
   */
  public static Optional<Field> ofTag(String plantTag) {
    return Arrays.stream(values())
        .filter(field -> !field.tag.isEmpty() && plantTag.startsWith(field.tag))
        .findFirst();
  }
}
