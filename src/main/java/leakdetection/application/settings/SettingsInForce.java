package leakdetection.application.settings;

import java.util.List;

/** Tells what the product runs with, and where each value comes from. Secrets are not among it. */
@FunctionalInterface
public interface SettingsInForce {

  /** Returns all settings in the order of {@code .env.default}. */
  List<SettingInForce> all();
}
