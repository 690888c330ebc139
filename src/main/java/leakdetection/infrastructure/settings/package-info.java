/**
 * How the settings are read: from {@code .env} and the environment into MicroProfile Config, and
 * from there into one checked {@link leakdetection.application.settings.ProductSettings}.
 *
 * <p>A bad value ends the process with one line that names the variable, the value and what is
 * allowed. Every variable is described in {@code .env.default}.
 */
package leakdetection.infrastructure.settings;
