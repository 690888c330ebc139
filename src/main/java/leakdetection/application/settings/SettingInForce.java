package leakdetection.application.settings;

/**
 * A setting as it is in force.
 *
 * @param name of its variable
 * @param value as one would write it
 * @param source where it comes from
 * @param allowed what is allowed
 */
public record SettingInForce(String name, String value, Source source, String allowed) {

  /** Where a value comes from. */
  public enum Source {
    ENVIRONMENT,
    DOT_ENV,
    DEFAULT
  }
}
