package leakdetection.domain;

/** The rule that every name follows. */
public final class Names {

  private static final int MAX_LENGTH = 255;

  private Names() {}

  /**
   * Returns the name without surrounding blanks.
   *
   * @throws RefusedException if it is missing, blank, longer than 255 characters or holds control
   *     characters
   */
  public static String checked(String name) {
    if (name == null || name.isBlank()) {
      throw RefusedException.invalid("name", "The name must not be empty.");
    }
    String trimmed = name.strip();
    if (trimmed.length() > MAX_LENGTH) {
      throw RefusedException.invalid(
          "name",
          "The name is %d characters long; at most %d are allowed."
              .formatted(trimmed.length(), MAX_LENGTH));
    }
    if (trimmed.chars().anyMatch(Character::isISOControl)) {
      throw RefusedException.invalid("name", "The name must not hold control characters.");
    }
    return trimmed;
  }
}
