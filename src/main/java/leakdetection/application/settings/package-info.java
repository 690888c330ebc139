/**
 * What the person who runs the product can choose, as one checked value that every layer above the
 * domain may have injected.
 *
 * <p>Where the values come from (the environment, {@code .env}) and how they are read is not known
 * here.
 */
package leakdetection.application.settings;
