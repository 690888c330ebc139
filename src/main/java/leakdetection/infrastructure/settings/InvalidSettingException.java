package leakdetection.infrastructure.settings;

/**
 * A setting's value is not allowed; the message is one line for the person who runs the product.
 */
final class InvalidSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidSettingException(String message) {
    super(message);
  }

  /** Returns the failure of a variable: its name, its value and what is allowed. */
  static InvalidSettingException of(Variable variable, String value) {
    return of(variable, value, variable.allowed());
  }

  /** Returns the failure of a variable, where what is allowed can be said more closely. */
  static InvalidSettingException of(Variable variable, String value, String allowed) {
    return new InvalidSettingException(
        "%s is \"%s\", but must be %s.".formatted(variable, value.replaceAll("\\R", " "), allowed));
  }
}
